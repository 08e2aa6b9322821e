package dev.rollup.read.word;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.EMPTY_FILE;
import static dev.rollup.finding.FindingCode.MACROS_IGNORED;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.UNSUPPORTED_FORMAT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Paragraphs.columns;
import static dev.rollup.read.Paragraphs.lines;
import static dev.rollup.read.Paragraphs.marks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.filetype.FileType;
import dev.rollup.finding.Finding;
import dev.rollup.model.Location;
import dev.rollup.read.format.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

/** What counts as text in a .doc, shown on files that LibreOffice saved. */
public class DocReaderTest {

  private static final int FLAGS = 0x0A;

  private final DocReader reader = new DocReader();

  /** Returns a file that stands beside this test. */
  public static byte[] file(String name) throws IOException {
    try (var in = DocReaderTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  /** Tracked changes, hidden text, a field, looks, nested tables, boxes. */
  private static byte[] good() throws IOException {
    return file("changes-and-boxes.doc");
  }

  @Test
  void what_is_seen_is_there_and_nothing_else() throws IOException {
    var grid = onlyGrid(clean(reader.read(good())));

    assertThat(grid.running()).isTrue();
    assertThat(grid.sheet()).isNull();
    assertThat(lines(grid))
        .containsExactly(
            "p1 上海市崇明区",
            "p2 ",
            "p3 参与(12)人次",
            "p4 前后",
            "p5 见链1572a\tb\nc-d\uF0FC",
            "t1.r1.c1.p1 甲",
            "t1.r1.c2.p1 乙",
            // A row of deleted text; LibreOffice does not say that the row itself is deleted.
            "t1.r2.c1.p1 ",
            "t1.r2.c2.p1 ",
            "t1.r3.c1.p1 一",
            "t1.r3.c1.p2 二",
            "t1.r3.c1.t1.r1.c1.p1 内",
            "t1.r3.c1.t1.r1.c2.p1 里",
            "t1.r3.c1.p3 ",
            "t1.r3.c2.p1 右",
            // What is drawn shows where it is anchored.
            "p6 \uFFFC\uFFFC锚",
            "p7 \uFFFC\uFFFC末",
            "t2.r1.c1.p1 丙",
            "p8 ",
            "b1.p1 又框",
            "b1.p2 ",
            "b2.p1 框一",
            "b2.p2 框二",
            "b2.p3 ");
    assertThat(columns(grid)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 2, 0, 0, 0);
    assertThat(marks(grid)).containsExactly("p5 STRUCK_OUT 15", "p5 SHIFTED 2");
  }

  @Test
  void macros_are_ignored_and_named() throws IOException {
    var outcome =
        reader.read(
            changed(
                good(),
                main -> {},
                root -> {
                  try {
                    root.createDirectory("Macros");
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                }));

    assertThat(outcome.value()).isPresent();
    assertThat(outcome.findings()).containsExactly(Finding.of(MACROS_IGNORED, Location.NOWHERE));
  }

  @Test
  void what_another_version_wrote_or_a_password_hides_is_not_read() throws IOException {
    for (Consumer<byte[]> older :
        List.<Consumer<byte[]>>of(
            main -> main[0] = (byte) 0xDC,
            main -> main[0] = (byte) 0xDB,
            main -> {
              main[2] = 0x65;
              main[3] = 0;
            })) {
      assertThat(reader.read(changed(good(), older, root -> {})).findings())
          .containsExactly(Refusal.unsupported("Word 95", FileType.Family.DOCUMENT).finding());
    }
    assertRefused(
        reader.read(changed(good(), main -> main[FLAGS + 1] |= 1, root -> {})), PASSWORD_PROTECTED);
  }

  @Test
  void what_contradicts_itself_is_damage() throws IOException {
    // Another magic number, another stream of tables, a longer text, boxes that are nowhere.
    for (Consumer<byte[]> damage :
        List.<Consumer<byte[]>>of(
            main -> main[0] = 0,
            main -> main[FLAGS + 1] ^= 2,
            main -> main[0x4C]++,
            main -> main[0x4F] = -1,
            main -> main[0x9A + 56 * 8 + 2] = 0x7F)) {
      assertRefused(reader.read(changed(good(), damage, root -> {})), DAMAGED_FILE);
    }
  }

  @Test
  void what_is_no_text_is_refused() throws IOException {
    assertRefused(reader.read(new byte[0]), EMPTY_FILE);
    assertRefused(reader.read("统计表".getBytes(StandardCharsets.UTF_8)), UNSUPPORTED_FORMAT);
    assertRefused(reader.read(compound("Other")), UNSUPPORTED_FORMAT);
    assertRefused(reader.read(compound("EncryptedPackage")), PASSWORD_PROTECTED);
    assertRefused(reader.read(compound("WordDocument")), DAMAGED_FILE);
  }

  private static byte[] compound(String stream) throws IOException {
    try (var file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(new byte[5_000]), stream);
      return bytes(file);
    }
  }

  /** Returns a file of which the main stream or the directory is changed. */
  static byte[] changed(byte[] doc, Consumer<byte[]> mainStream, Consumer<DirectoryNode> directory)
      throws IOException {
    try (var file = new POIFSFileSystem(new ByteArrayInputStream(doc))) {
      byte[] main;
      try (var in =
          new DocumentInputStream(
              (DocumentEntry) file.getRoot().getEntryCaseInsensitive("WordDocument"))) {
        main = in.readAllBytes();
      }
      mainStream.accept(main);
      file.createOrUpdateDocument(new ByteArrayInputStream(main), "WordDocument");
      directory.accept(file.getRoot());
      return bytes(file);
    }
  }

  private static byte[] bytes(POIFSFileSystem file) throws IOException {
    var out = new ByteArrayOutputStream();
    file.writeFilesystem(out);
    return out.toByteArray();
  }
}
