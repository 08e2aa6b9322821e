package dev.rollup.read.ofd;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Note;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.ofd.OfdFile.Part;
import dev.rollup.read.page.Box;
import dev.rollup.read.page.Page;
import dev.rollup.read.page.PagesDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was printed into an open fixed layout document (GB/T 33190): a sheet or a text whose
 * letters are letters. A scan has none, and comes back as a text in which nothing is written.
 */
public final class OfdReader implements DocumentReader {

  private static final int MOST_PAGES = 200;

  private static final double[] A4 = {0, 0, 210, 297};

  private final PagesDocument.As as;

  /** A reader of pages that are taken for something. */
  public OfdReader(PagesDocument.As as) {
    this.as = as;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The grids are sheets, or the only one is a running text.
   *
   * @return instead of a value: {@code damaged-file}, {@code too-large}, {@code unsafe-content},
   *     {@code password-protected}, {@code unmapped-text}
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    try (var file = OfdFile.open(content)) {
      Node root = file.part("", "OFD.xml").root();
      Map<String, String> properties = new HashMap<>();
      var pages = new ArrayList<Page>();
      for (var body : root.all("DocBody")) {
        Node info = body.child("DocInfo");
        if (info != null) {
          info.textOf("Title").ifPresent(title -> properties.putIfAbsent("title", title));
        }
        new Body(file, body, pages).read();
      }
      return Outcome.of(PagesDocument.of(pages, as, properties), List.of());
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    }
  }

  /** One document of the package: most have one. */
  private static final class Body {
    private final OfdFile file;
    private final Node body;
    private final List<Page> pages;
    private final Map<String, OfdPainter> painters = new LinkedHashMap<>();
    private final Map<String, Page> drawn = new HashMap<>();
    private final Map<String, double[]> corners = new HashMap<>();

    Body(OfdFile file, Node body, List<Page> pages) {
      this.file = file;
      this.body = body;
      this.pages = pages;
    }

    void read() throws Refusal {
      Part document = file.part("", body.textOf("DocRoot").orElse(null));
      Node common = document.root().child("CommonData");
      var resources = new Resources();
      Map<String, Part> templates = new HashMap<>();
      double[] area = A4;
      if (common != null) {
        resources.add(file, document.folder(), common.all("DocumentRes"));
        resources.add(file, document.folder(), common.all("PublicRes"));
        for (var template : common.all("TemplatePage")) {
          var part = file.optional(document.folder(), template.attribute("BaseLoc"));
          if (part.isPresent()) {
            templates.put(String.valueOf(template.attribute("ID")), part.get());
          }
        }
        area = area(common.child("PageArea"), area);
      }
      Node list = document.root().child("Pages");
      for (var each : list == null ? List.<Node>of() : list.all("Page")) {
        if (pages.size() >= MOST_PAGES) {
          throw Refusal.of(TOO_LARGE);
        }
        Part part = file.part(document.folder(), each.attribute("BaseLoc"));
        resources.add(file, part.folder(), part.root().all("PageRes"));
        page(String.valueOf(each.attribute("ID")), part.root(), area, templates, resources);
      }
      annotations(document);
      seals();
    }

    private static double[] area(@Nullable Node area, double[] otherwise) {
      double[] box =
          area == null
              ? new double[0]
              : Node.numbers(
                  area.textOf("PhysicalBox").or(() -> area.textOf("ApplicationBox")).orElse(""));
      return box.length == 4 ? box : otherwise;
    }

    private void page(
        String id, Node root, double[] common, Map<String, Part> templates, Resources resources)
        throws Refusal {
      double[] area = area(root.child("Area"), common);
      Page page = OfdPainter.page(pages.size() + 1, area);
      var painter = new OfdPainter(page, resources);
      pages.add(page);
      painters.put(id, painter);
      drawn.put(id, page);
      corners.put(id, area);
      List<Node> before = root.all("Template");
      for (var template : before) {
        if (!"Foreground".equals(template.attribute("ZOrder"))) {
          template(template, templates, painter, area);
        }
      }
      Node content = root.child("Content");
      if (content != null) {
        painter.draw(content, area[0], area[1]);
      }
      for (var template : before) {
        if ("Foreground".equals(template.attribute("ZOrder"))) {
          template(template, templates, painter, area);
        }
      }
    }

    private static void template(
        Node asked, Map<String, Part> templates, OfdPainter painter, double[] area) throws Refusal {
      Part part = templates.get(String.valueOf(asked.attribute("TemplateID")));
      Node content = part == null ? null : part.root().child("Content");
      if (content != null) {
        painter.draw(content, area[0], area[1]);
      }
    }

    private void annotations(Part document) throws Refusal {
      var list =
          file.optional(document.folder(), document.root().textOf("Annotations").orElse(null));
      if (list.isEmpty()) {
        return;
      }
      for (var each : list.get().root().all("Page")) {
        String id = String.valueOf(each.attribute("PageID"));
        var part = file.optional(list.get().folder(), each.textOf("FileLoc").orElse(null));
        if (part.isPresent() && painters.containsKey(id)) {
          for (var annotation : part.get().root().all("Annot")) {
            annotation(id, annotation);
          }
        }
      }
    }

    private void annotation(String id, Node annotation) throws Refusal {
      Node appearance = annotation.child("Appearance");
      OfdPainter painter = painters.get(id);
      double[] corner = corners.getOrDefault(id, A4);
      Page page = drawn.get(id);
      if (!annotation.flag("Visible", true) || painter == null || page == null) {
        return;
      }
      if (appearance != null) {
        painter.appearance(appearance, corner[0], corner[1]);
      }
      String said = annotation.textOf("Remark").orElse("");
      if (!said.isEmpty()) {
        page.remark(Note.Kind.COMMENT, new Box(0, 0, 0, 0), said);
      }
    }

    /** A seal is known by its place only. */
    private void seals() throws Refusal {
      var list = file.optional("", body.textOf("Signatures").orElse(null));
      if (list.isEmpty()) {
        return;
      }
      for (var each : list.get().root().all("Signature")) {
        var part = file.optional(list.get().folder(), each.attribute("BaseLoc"));
        Node signed = part.isEmpty() ? null : part.get().root().child("SignedInfo");
        for (var stamp : signed == null ? List.<Node>of() : signed.all("StampAnnot")) {
          String id = String.valueOf(stamp.attribute("PageRef"));
          OfdPainter painter = painters.get(id);
          double[] corner = corners.getOrDefault(id, A4);
          if (painter != null) {
            painter.seal(Node.numbers(stamp.attribute("Boundary")), corner[0], corner[1]);
          }
        }
      }
      Limits.checkListed(pages.size());
    }
  }
}
