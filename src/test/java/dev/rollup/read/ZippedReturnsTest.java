package dev.rollup.read;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static dev.rollup.finding.FindingCode.UNSUPPORTED_FORMAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.FindingCode;
import dev.rollup.support.HandMadeZip;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZippedReturnsTest {

  private static final Charset GBK = Charset.forName("GBK");

  private final HandMadeZip zip = new HandMadeZip();

  /** Returns the files in the order handed over, with their texts or what is wrong with them. */
  private List<String> unpacked() {
    var members = new ArrayList<String>();
    assertThat(ZippedReturns.unpack(zip.bytes(), member -> members.add(described(member))))
        .isEmpty();
    return members;
  }

  private static String described(ZippedReturns.Member member) {
    return member.path()
        + " "
        + member
            .content()
            .value()
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElseGet(() -> member.content().findings().get(0).code().id());
  }

  private FindingCode refusal() {
    var members = new ArrayList<ZippedReturns.Member>();
    var finding = ZippedReturns.unpack(zip.bytes(), members::add);
    assertThat(members).isEmpty();
    return finding.orElseThrow().code();
  }

  @Test
  void files_come_in_the_order_of_their_paths_without_folders_and_traces() {
    zip.add("乙/", "");
    zip.add("乙/2.csv", "b");
    zip.add("1.csv", "a");
    zip.add("__MACOSX/._1.csv", "x");
    zip.add("乙/__MACOSX/1.csv", "x");
    zip.add("~$1.csv", "lock");

    assertThat(unpacked()).containsExactly("1.csv a", "~$1.csv lock", "乙/2.csv b");
  }

  @Test
  void names_are_read_as_their_systems_meant_them() {
    zip.add("1", "a").flags(0).name("乡镇\\城桥镇.xlsx".getBytes(GBK));
    zip.add("2", "b").flags(0).name("堡镇.xlsx".getBytes(StandardCharsets.UTF_8));
    zip.add("3", "c").name("横沙乡.xlsx".getBytes(StandardCharsets.UTF_8));
    // The bytes of these two characters are two letters of UTF-8 as well.
    zip.add("4", "d").flags(0).name("目录.csv".getBytes(GBK));
    zip.add("5", "e").flags(0).name(new byte[] {(byte) 0xC4, (byte) 0xBF, '.', 'c'});

    assertThat(unpacked())
        .containsExactlyInAnyOrder("乡镇/城桥镇.xlsx a", "堡镇.xlsx b", "横沙乡.xlsx c", "目录.csv d", "目.c e");
  }

  @Test
  void what_is_wrong_with_one_file_leaves_the_others() {
    zip.add("1.csv", "a");
    zip.add("2.csv", "b").crc(1);
    zip.add("3.csv", new byte[(64 << 20) + 1]);

    assertThat(unpacked()).containsExactly("1.csv a", "2.csv damaged-file", "3.csv too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../1.csv",
        "a/../../1.csv",
        "/1.csv",
        "C:/1.csv",
        "..\\1.csv",
        "\\1.csv",
        "C:\\1"
      })
  void a_path_that_leads_out_makes_the_whole_unsafe(String path) {
    zip.add("0.csv", "a");
    zip.add(path, "b");

    assertThat(refusal()).isEqualTo(UNSAFE_CONTENT);
  }

  @Test
  void one_name_twice_makes_the_whole_unsafe() {
    zip.add("a/1.csv", "a");
    zip.add("a\\1.csv", "b");

    assertThat(refusal()).isEqualTo(UNSAFE_CONTENT);
  }

  @Test
  void more_files_than_units_are_too_large() {
    for (int i = 0; i <= 1_000; i++) {
      zip.add(i + ".csv", "a");
    }
    assertThat(refusal()).isEqualTo(TOO_LARGE);
  }

  @Test
  void more_bytes_than_promised_by_all_forms_together_are_too_large() {
    for (int i = 0; i < 5; i++) {
      zip.add("media/" + i + ".png", "a").size(60 << 20);
    }
    assertThat(refusal()).isEqualTo(TOO_LARGE);
  }

  @Test
  void a_password_another_method_and_a_missing_end_are_said() {
    zip.add("1.csv", "a").method(9);
    assertThat(refusal()).isEqualTo(UNSUPPORTED_FORMAT);

    assertThat(ZippedReturns.unpack(new byte[] {'P', 'K', 3, 4}, member -> {}).orElseThrow().code())
        .isEqualTo(DAMAGED_FILE);

    var locked = new HandMadeZip();
    locked.add("1.csv", "a").flags(1);
    assertThat(ZippedReturns.unpack(locked.bytes(), member -> {}).orElseThrow().code())
        .isEqualTo(PASSWORD_PROTECTED);
  }

  @ParameterizedTest
  @ValueSource(longs = {20230601, 20230630})
  void damage_never_gives_other_bytes(long seed) {
    var random = new Random(seed);
    zip.add("堡镇.csv", "第1项,12,场".repeat(200));
    zip.add("1", "第2项,30,场".repeat(20)).flags(0).name("城桥镇.csv".getBytes(GBK)).stored();
    byte[] good = zip.bytes();
    var original = unpacked();
    for (int i = 0; i < 3_000; i++) {
      byte[] bad = good.clone();
      int at = random.nextInt(bad.length);
      switch (random.nextInt(3)) {
        case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> Arrays.fill(bad, at, Math.min(bad.length, at + random.nextInt(300)), (byte) 0);
        default -> bad = Arrays.copyOf(bad, at);
      }
      ZippedReturns.unpack(
          bad,
          member -> {
            if (member.content().value().isPresent()) {
              assertThat(original).contains(described(member));
            }
          });
    }
  }
}
