package dev.rollup.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No program that opens what rollup writes finds anything to repair. */
class WrittenFilesTest {

  private static final Pattern REPEATED = Pattern.compile("\\{(.)\\*(\\d+)}");

  @TempDir static Path folder;
  private static SchemaRules schemas;
  private static SortedMap<String, byte[]> written;

  @BeforeAll
  static void everything_is_written() throws Exception {
    assumeTrue(SchemaRules.areHere(), "Maven has not laid the schemas of ECMA-376 there");
    schemas = SchemaRules.read();
    written = WrittenFiles.into(folder);
  }

  @Test
  void nothing_is_wrong_with_any_of_them() throws IOException {
    var complaints = new ArrayList<String>();
    for (var file : written.entrySet()) {
      for (var line : OfficeFile.complaints(file.getValue(), schemas)) {
        complaints.add(file.getKey() + line);
      }
    }
    assertThat(complaints).isEmpty();
  }

  /** A rule that says nothing of a file that is wrong would be none. */
  @Test
  void each_fault_that_is_put_into_one_is_found() throws IOException {
    var missed = new ArrayList<String>();
    for (var line : Files.readAllLines(Path.of("src/test/resources/office/faults.txt"))) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(" *\\| *", 5);
      byte[] faulty = changed(written(parts[0]), parts[1], parts[2], repeated(parts[3]));
      List<String> complaints =
          parts[4].startsWith("cvc-")
              ? OfficeFile.complaints(faulty, schemas)
              : OfficeFile.beside(faulty);
      if (complaints.stream().noneMatch(complaint -> complaint.contains(parts[4]))) {
        missed.add(line + " → " + complaints);
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void a_part_that_is_there_twice_is_found() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      copy(written("blank.xlsx"), zip, "", "", "");
      zip.putNextEntry(new ZipEntry("XL/styles.xml"));
      zip.write("<styleSheet/>".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(OfficeFile.beside(bytes.toByteArray()))
        .contains("/XL/styles.xml: is there more than once");
  }

  /** Returns the first written file whose name ends like that. */
  private static byte[] written(String end) {
    return written.entrySet().stream()
        .filter(file -> file.getKey().endsWith(end))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static String repeated(String text) {
    return REPEATED
        .matcher(text)
        .replaceAll(part -> part.group(1).repeat(Integer.parseInt(part.group(2))));
  }

  private static byte[] changed(byte[] file, String part, String find, String put)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      assertThat(copy(file, zip, part, find, put)).as(part + ": " + find).isTrue();
    }
    return bytes.toByteArray();
  }

  /** Tells whether what was looked for stood there. */
  private static boolean copy(byte[] file, ZipOutputStream to, String part, String find, String put)
      throws IOException {
    boolean isChanged = false;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] content = zip.readAllBytes();
        if (entry.getName().equals(part)) {
          Matcher found =
              Pattern.compile(find, Pattern.DOTALL)
                  .matcher(new String(content, StandardCharsets.UTF_8));
          isChanged = found.find();
          content = found.replaceFirst(put).getBytes(StandardCharsets.UTF_8);
        }
        to.write(content);
      }
    }
    return isChanged;
  }
}
