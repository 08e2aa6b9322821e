package dev.rollup.write.xlsx;

import dev.rollup.messages.BarChart;
import java.util.HexFormat;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/** Draws a bar chart into a sheet, over cells that hold its numbers. */
public final class SheetChart {

  /** Dark enough to be told from white where it is printed without colour. */
  private static final String FILL = "2F5D8A";

  /** Type sizes are given in hundredths of a point. */
  private static final int POINT = 100;

  private static final int SMALL = 8 * POINT;
  private static final int TITLE = 12 * POINT;
  private static final int GAP_PERCENT = 40;

  /** How much longer than the longest bar the axis is, so that its number has room behind it. */
  private static final double WITH_LABEL = 1.3;

  private SheetChart() {}

  /**
   * Draws a chart.
   *
   * @param place where it stands
   * @param names the cells with the names of the bars
   * @param values the cells with their values, beside the names
   */
  public static void draw(
      XSSFSheet sheet,
      XSSFClientAnchor place,
      BarChart of,
      CellRangeAddress names,
      CellRangeAddress values) {
    XSSFChart chart = sheet.createDrawingPatriarch().createChart(place);
    chart.setTitleText(of.title());
    chart.setTitleOverlay(false);
    XDDFCategoryAxis down = chart.createCategoryAxis(AxisPosition.LEFT);
    XDDFValueAxis across = chart.createValueAxis(AxisPosition.TOP);
    down.setMajorTickMark(AxisTickMark.NONE);
    // The first one stands on top.
    down.setOrientation(AxisOrientation.MAX_MIN);
    down.setCrosses(AxisCrosses.AUTO_ZERO);
    across.setCrosses(AxisCrosses.AUTO_ZERO);
    across.setCrossBetween(AxisCrossBetween.BETWEEN);
    across.setMinimum(0);
    across.setMaximum(of.largest().doubleValue() * WITH_LABEL + 1);
    // Every bar says its number.
    across.setVisible(false);
    var data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, down, across);
    data.setBarDirection(BarDirection.BAR);
    data.setGapWidth(GAP_PERCENT);
    data.setVaryColors(false);
    XDDFBarChartData.Series series =
        (XDDFBarChartData.Series)
            data.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(sheet, names),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, values));
    series.setTitle(
        of.measure(),
        new CellReference(
            sheet.getSheetName(), values.getFirstRow() - 1, values.getFirstColumn(), true, true));
    // Without a fill of its own some programs draw nothing.
    series.setFillProperties(
        new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(FILL))));
    chart.plot(data);
    label(chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0));
    nameAll(chart.getCTChart().getPlotArea().getCatAxArray(0));
    type(chart.getCTChartSpace().addNewTxPr(), SMALL);
    // POI makes the title's paragraph in its own language and type.
    var title = chart.getCTChart().getTitle().getTx().getRich().getPArray(0);
    title.unsetPPr();
    title.unsetEndParaRPr();
    title.getRArray(0).unsetRPr();
    type(title.getRArray(0).addNewRPr(), TITLE);
    chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
    // POI has said already that only what is seen is drawn, and it is said once.
    chart.getCTChart().getPlotVisOnly().setVal(false);
    // POI counts from none, and calls it by a German word.
    var about =
        chart.getGraphicFrame().getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr();
    about.setId(about.getId() + 1);
    about.setName(of.title());
    about.setDescr(of.title());
  }

  /** No name is left out for want of room. The schema that POI carries has no word for that. */
  private static void nameAll(CTCatAx axis) {
    try (XmlCursor end = axis.newCursor()) {
      end.toEndToken();
      end.beginElement("tickLblSkip", CTCatAx.type.getName().getNamespaceURI());
      end.insertAttributeWithValue("val", "1");
    }
  }

  private static void label(CTBarSer series) {
    CTDLbls labels = series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls();
    labels.addNewDLblPos().setVal(STDLblPos.OUT_END);
    labels.addNewShowLegendKey().setVal(false);
    labels.addNewShowVal().setVal(true);
    labels.addNewShowCatName().setVal(false);
    labels.addNewShowSerName().setVal(false);
    labels.addNewShowPercent().setVal(false);
    labels.addNewShowBubbleSize().setVal(false);
  }

  private static void type(CTTextBody text, int size) {
    text.addNewBodyPr();
    text.addNewLstStyle();
    var paragraph = text.addNewP();
    type(paragraph.addNewPPr().addNewDefRPr(), size);
    paragraph.addNewEndParaRPr();
  }

  private static void type(CTTextCharacterProperties type, int size) {
    type.setSz(size);
    type.setB(false);
    type.addNewLatin().setTypeface(CellFormat.Type.TEXT.font());
    type.addNewEa().setTypeface(CellFormat.Type.TEXT.font());
  }
}
