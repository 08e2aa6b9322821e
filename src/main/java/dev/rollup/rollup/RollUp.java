package dev.rollup.rollup;

import dev.rollup.model.Document;
import java.util.Set;
import java.util.regex.Pattern;

/** By what a file says that it is a roll-up, and where the parts of one are. */
public final class RollUp {

  /** The name under which a file says that it is a roll-up and not the return of one unit. */
  public static final String PROPERTY = "rollup_roll_up";

  /** The property whose words are kept where a form is printed into a file. */
  public static final String KEYWORDS = "keywords";

  /** The hidden sheet that says of how many units each total is made and whose each row is. */
  public static final String ORIGINS = "分项来源";

  /** Stands before an answer of a unit that is shown where it was left out. */
  public static final String LEFT_OUT = "※";

  /** The namespace of the same in a Word document, where it is a part of its own. */
  public static final String NAMESPACE = "urn:rollup:origins";

  /**
   * The sheets of a summary that are about the returns below and not part of the form: the level
   * above has no use for them, and they grow with the number of units.
   */
  public static final Set<String> ABOUT_RETURNS =
      Set.of("总览", "分单位", "选项汇总", "报送情况", "问题清单", "发送清单", "溯源", "说明", "对比", "分单位对比");

  /** What such sheets are called that there may be several of: 分单位2. */
  private static final Pattern NUMBERED = Pattern.compile("分单位\\d*");

  /** What a summary of an office's own form says beside the copy of it. */
  private static final Set<String> BESIDE_COPY = Set.of("合计明细", "特色活动", "选项汇总");

  /**
   * What the face of a roll-up says of itself, in every language, without white space: alone or
   * behind the name of the template. Within other words it is what a unit says of its own work.
   */
  private static final Pattern SAID =
      Pattern.compile("(?:(?:表式|Form)[：:].+)?(?:由\\d+家单位的报表汇总|[Mm]adeofthereturnsof\\d+units)");

  /** What stands between the words by which a file is found. */
  private static final Pattern BETWEEN_KEYWORDS = Pattern.compile("[;,；，]");

  private RollUp() {}

  /**
   * Tells whether a document says by a property, beside its form or on its face that it is a
   * roll-up. The face alone is what is left of a workbook that was saved as a table of texts.
   */
  public static boolean is(Document document) {
    return document.properties().containsKey(PROPERTY)
        || RollUpTable.isIn(document)
        || BETWEEN_KEYWORDS
            .splitAsStream(document.properties().getOrDefault(KEYWORDS, ""))
            .anyMatch(RollUp::isSaid)
        || document.grids().stream()
            .flatMap(grid -> grid.cells().stream())
            .anyMatch(placed -> isSaid(placed.cell().raw()));
  }

  /** Tells whether a text is where the face of a roll-up says that it is one. */
  public static boolean isSaid(String text) {
    return (text.contains("汇总") || text.contains("returns"))
        && SAID.matcher(text.replaceAll("[\\s\\p{Z}]+", "")).matches();
  }

  /** Tells whether a sheet of a summary stands beside the copy of an office's own form. */
  public static boolean isBesideCopy(String sheet) {
    return ABOUT_RETURNS.contains(sheet)
        || BESIDE_COPY.contains(sheet)
        || NUMBERED.matcher(sheet).matches();
  }
}
