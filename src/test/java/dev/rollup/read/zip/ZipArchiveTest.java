package dev.rollup.read.zip;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollup.finding.FindingCode;
import dev.rollup.read.format.Refusal;
import dev.rollup.support.HandMadeZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchiveTest {

  private static Map<String, String> contents(byte[] bytes) throws Refusal {
    var contents = new LinkedHashMap<String, String>();
    try (var archive = ZipArchive.open(bytes, ZipArchive.Holding.PARTS)) {
      for (var entry : archive.entries()) {
        contents.put(entry.name(), new String(archive.read(entry), StandardCharsets.UTF_8));
      }
    }
    return contents;
  }

  /** Returns why the archive, or any entry of it, cannot be read. */
  private static FindingCode refusal(byte[] bytes) {
    return catchThrowableOfType(Refusal.class, () -> contents(bytes)).finding().code();
  }

  @Test
  void what_the_jdk_writes_is_read() throws IOException, Refusal {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.setComment("注释");
      zip.putNextEntry(new ZipEntry("空/"));
      zip.putNextEntry(new ZipEntry("空/a.txt"));
      zip.write("a".repeat(100_000).getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("empty"));
    }

    assertThat(contents(out.toByteArray()))
        .isEqualTo(Map.of("空/", "", "空/a.txt", "a".repeat(100_000), "empty", ""));
  }

  @Test
  void entries_may_be_stored_deflated_or_zip64() throws Refusal {
    var zip = new HandMadeZip().zip64().comment("a comment PK\5\6 with the mark of an end");
    zip.add("stored", "s").stored();
    zip.add("deflated", "d");
    zip.add("large", "l").zip64();

    assertThat(contents(zip.bytes()))
        .isEqualTo(Map.of("stored", "s", "deflated", "d", "large", "l"));
  }

  @Test
  void names_without_the_utf_8_flag_are_gb18030() throws Refusal {
    var zip = new HandMadeZip();
    zip.add("?", "a").flags(0).name("附件.xlsx".getBytes(Charset.forName("GB18030")));
    zip.add("统计表.xlsx", "b");

    assertThat(contents(zip.bytes())).isEqualTo(Map.of("附件.xlsx", "a", "统计表.xlsx", "b"));
  }

  @Test
  void entries_are_found_whatever_their_case() throws Refusal {
    var zip = new HandMadeZip();
    zip.add("XL/Workbook.xml", "a");

    try (var archive = ZipArchive.open(zip.bytes(), ZipArchive.Holding.PARTS)) {
      assertThat(archive.entry("xl/workbook.XML").name()).isEqualTo("XL/Workbook.xml");
      assertThat(archive.entry("xl/none.xml")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/xl/a.xml", "./xl/a.xml", "xl\\a.xml", "\\xl\\.\\a.xml", "XL//a.xml"})
  void parts_are_found_however_their_names_are_spelled(String name) throws Refusal {
    var zip = new HandMadeZip();
    zip.add(name, "a");

    try (var archive = ZipArchive.open(zip.bytes(), ZipArchive.Holding.PARTS)) {
      assertThat(archive.read(archive.entry("xl/a.xml"))).containsExactly('a');
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a",
        "a/../../b",
        "a\\..\\b",
        "C:/a",
        "a\0.xml",
        "A.XML",
        "a.xml",
        "/a.xml",
        "\\a.xml",
        "./a.xml",
        "%61.xml"
      })
  void tricks_with_names_are_unsafe(String name) {
    var zip = new HandMadeZip();
    zip.add("a.xml", "a");
    zip.add(name, "b");

    assertThat(refusal(zip.bytes())).isEqualTo(UNSAFE_CONTENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", "..a/b..", "a/...", "附件：表.xlsx"})
  void dots_and_colons_are_no_tricks_on_their_own(String name) throws Refusal {
    var zip = new HandMadeZip();
    zip.add(name, "a");

    assertThat(contents(zip.bytes())).isEqualTo(Map.of(name, "a"));
  }

  @Test
  void entries_that_share_bytes_are_unsafe() {
    var zip = new HandMadeZip();
    zip.add("a", "x");
    zip.add("b", "x").name("a".getBytes(StandardCharsets.UTF_8)).at(0);

    assertThat(refusal(zip.bytes())).isEqualTo(UNSAFE_CONTENT);
  }

  @Test
  void an_encrypted_entry_is_password_protected() {
    for (int flag : new int[] {1, 1 << 6 | 1, 1 << 13}) {
      var zip = new HandMadeZip();
      zip.add("a", "x").flags(flag).method(99);

      assertThat(refusal(zip.bytes())).isEqualTo(PASSWORD_PROTECTED);
    }
  }

  @Test
  void an_unknown_method_is_damage() {
    var zip = new HandMadeZip();
    zip.add("a", "x").method(12);

    assertThat(refusal(zip.bytes())).isEqualTo(DAMAGED_FILE);
  }

  @Test
  void a_wrong_checksum_is_damage() {
    var zip = new HandMadeZip();
    zip.add("a", "x").crc(1);

    assertThat(refusal(zip.bytes())).isEqualTo(DAMAGED_FILE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 99, 101, 100_000, 50 << 20, Integer.MAX_VALUE})
  void a_wrong_size_is_damage_and_takes_no_memory(int size) {
    for (boolean stored : new boolean[] {false, true}) {
      var zip = new HandMadeZip();
      var entry = zip.add("media/a", "x".repeat(100)).size(size);
      if (stored) {
        entry.stored();
      }

      assertThat(refusal(zip.bytes())).isIn(DAMAGED_FILE, TOO_LARGE);
    }
  }

  @Test
  void a_header_that_contradicts_the_directory_is_damage() {
    var zip = new HandMadeZip();
    zip.add("a", "x").localName("b");

    assertThat(refusal(zip.bytes())).isEqualTo(DAMAGED_FILE);
  }

  @Test
  void bytes_before_and_behind_an_archive_do_it_no_harm() throws Refusal {
    for (boolean zip64 : new boolean[] {false, true}) {
      var zip = new HandMadeZip();
      zip.add("a", "x");
      zip.add("b", "y").stored();
      byte[] bytes = (zip64 ? zip.zip64() : zip).bytes();

      for (int before : new int[] {0, 3, 70_000}) {
        for (int behind : new int[] {0, 1, 70_000}) {
          assertThat(contents(around(before, bytes, behind))).isEqualTo(Map.of("a", "x", "b", "y"));
        }
      }
    }
  }

  private static byte[] around(int before, byte[] bytes, int behind) {
    var out = new ByteArrayOutputStream();
    out.writeBytes("?".repeat(before).getBytes(StandardCharsets.UTF_8));
    out.writeBytes(bytes);
    out.writeBytes(new byte[behind]);
    return out.toByteArray();
  }

  @Test
  void two_archives_one_behind_the_other_are_damage() {
    var one = new HandMadeZip();
    one.add("a", "x");
    var other = new HandMadeZip();
    other.add("a", "y");
    byte[] both = concatenated(one.bytes(), other.bytes());

    assertThat(refusal(both)).isEqualTo(DAMAGED_FILE);
    // Whichever of them breaks off: what is left of it is not the archive's own.
    for (int length = both.length - 1; length > one.bytes().length + 4; length--) {
      assertThat(refusal(Arrays.copyOf(both, length))).isEqualTo(DAMAGED_FILE);
    }
    assertThat(refusal(concatenated(Arrays.copyOf(one.bytes(), 40), other.bytes())))
        .isEqualTo(DAMAGED_FILE);
    assertThat(
            refusal(
                new HandMadeZip()
                    .comment(new String(one.bytes(), StandardCharsets.ISO_8859_1))
                    .bytes()))
        .isEqualTo(DAMAGED_FILE);
  }

  private static byte[] concatenated(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Test
  void what_the_directory_does_not_list_is_damage() {
    var zip = new HandMadeZip();
    zip.add("a", "x");
    zip.add("b", "y").unlisted();
    zip.add("c", "z");

    assertThat(refusal(zip.bytes())).isEqualTo(DAMAGED_FILE);
  }

  @Test
  void an_archive_in_an_archive_is_none_of_its_ends() throws Refusal {
    var inner = new HandMadeZip();
    inner.add("a", "x");
    var zip = new HandMadeZip();
    zip.add("inner.zip", inner.bytes()).stored();
    zip.add("b", "y");

    assertThat(contents(zip.bytes())).containsOnlyKeys("inner.zip", "b");
  }

  @Test
  void two_ends_that_disagree_are_damage() {
    var zip = new HandMadeZip().zip64();
    zip.add("a", "x");
    byte[] bytes = zip.bytes();
    // The shorter record states a number of entries of its own.
    bytes[bytes.length - 12] = 2;
    bytes[bytes.length - 11] = 0;
    bytes[bytes.length - 14] = 2;
    bytes[bytes.length - 13] = 0;

    assertThat(refusal(bytes)).isEqualTo(DAMAGED_FILE);
  }

  @Test
  void an_archive_that_breaks_off_anywhere_is_damage() {
    var zip = new HandMadeZip();
    zip.add("a", "some text");
    zip.add("b", "more text");
    byte[] bytes = zip.bytes();

    for (int length = 0; length < bytes.length; length++) {
      assertThat(refusal(Arrays.copyOf(bytes, length))).isEqualTo(DAMAGED_FILE);
    }
  }

  @Test
  void more_than_64_mebibytes_are_too_large_before_anything_is_inflated() {
    var zip = new HandMadeZip();
    zip.add("a", new byte[40 << 20]);
    zip.add("b", new byte[(24 << 20) + 1]);
    byte[] bytes = zip.bytes();

    var refusal =
        catchThrowableOfType(
            Refusal.class, () -> ZipArchive.open(bytes, ZipArchive.Holding.PARTS).close());

    assertThat(refusal.finding().code()).isEqualTo(TOO_LARGE);
  }

  @Test
  void pictures_do_not_count_until_they_are_read() throws Refusal {
    var zip = new HandMadeZip();
    zip.add("xl/media/image1.png", new byte[(64 << 20) + 1]);
    zip.add("a", "x");

    try (var archive = ZipArchive.open(zip.bytes(), ZipArchive.Holding.PARTS)) {
      assertThat(archive.read(archive.entry("a"))).containsExactly('x');
      var picture = archive.entry("xl/media/image1.png");
      var refusal = catchThrowableOfType(Refusal.class, () -> archive.read(picture));
      assertThat(refusal.finding().code()).isEqualTo(TOO_LARGE);
    }
  }

  @Test
  void more_than_ten_thousand_entries_are_too_large() throws Refusal {
    var zip = new HandMadeZip();
    for (int i = 0; i < 10_000; i++) {
      zip.add("e" + i, "").stored();
    }
    assertThat(contents(zip.bytes())).hasSize(10_000);
    zip.add("one more", "").stored();
    assertThat(refusal(zip.bytes())).isEqualTo(TOO_LARGE);
  }

  @Test
  void only_the_marks_of_a_zip_are_a_zip() {
    assertThat(ZipArchive.isZip(new byte[] {'P', 'K', 3, 4})).isTrue();
    assertThat(ZipArchive.isZip(new byte[] {'P', 'K', 5, 6})).isTrue();
    assertThat(ZipArchive.isZip(new byte[] {'P', 'K', 3, 6})).isFalse();
    assertThat(ZipArchive.isZip(new byte[] {'P', 'K', 3})).isFalse();
  }
}
