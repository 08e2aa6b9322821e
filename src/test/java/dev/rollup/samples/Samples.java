package dev.rollup.samples;

import dev.rollup.config.TemplateReader;
import dev.rollup.support.DisplayedCsv;
import dev.rollup.support.FilledBlank;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Makes the folder {@code samples/submissions}: what the 28 units of {@code samples/units.csv} send
 * back in a June. Most returns are well; each of the others has one flaw that clerks know, told in
 * the comment above it. All numbers, names and telephones are made up, by a fixed seed: the files
 * are the same every time.
 *
 * <p>Run by {@code scripts/samples}.
 */
public final class Samples {

  private static final long SEED = 20230628;
  private static final String IN_TIME = "2023年6月27日";

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Random random = new Random(SEED);
  private final List<Item> items;

  private Samples(List<Item> items) {
    this.items = items;
  }

  /** Writes all files into the folder named by the first argument. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    for (var file : make().entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  /** Returns the content of every file by its path. */
  static Map<String, byte[]> make() throws Exception {
    var samples = new Samples(TemplateReader.read(TemplateReader.DEFAULT_ID).items());
    samples.towns();
    samples.departments();
    samples.companies();
    return samples.files;
  }

  private void towns() throws IOException {
    put("城桥镇.xlsx", form("城桥镇"));
    // Left behind by a program that has the file open.
    files.put("~$城桥镇.xlsx", "        崇明".getBytes(StandardCharsets.UTF_8));

    // A number with its measure.
    put("堡镇.xlsx", with(form("堡镇"), "f_1_1_2", "300人次"));
    // Digits of the Chinese input method.
    put("新河镇统计表.xlsx", with(with(form("新河镇"), "f_2_1_1", "１，２５０"), "f_2_1_2", "2310"));
    // About so many.
    put("庙镇安全生产月统计表.xlsx", with(form("庙镇"), "f_3_3_2", "约200"));
    // Typed as (12), and turned into a negative number.
    put("竖新镇.xlsx", with(form("竖新镇"), "f_5_1_1", "-12"));
    // Added up by a formula.
    put("向化镇.xlsx", with(form("向化镇"), "f_3_4_2", "=38+45+52"));
    // A row inserted above the third section.
    put(
        "三星镇.xlsx",
        FilledBlank.with(
            form("三星镇"),
            workbook -> {
              XSSFSheet sheet = workbook.getSheetAt(0);
              sheet.shiftRows(9, sheet.getLastRowNum(), 1);
            }));
    // Under another of its names.
    put("港沿.xlsx", form("崇明区港沿镇人民政府"));
    // After the deadline.
    put("中兴镇补报.xlsx", with(form("中兴镇"), "h_date", "2023-6-30"));

    // Two returns: the second one replaces the first.
    Map<String, String> first = with(form("陈家镇"), "h_date", "2023.6.20");
    put("陈家镇/陈家镇统计表.xlsx", first);
    Map<String, String> second = with(first, "h_date", "2023.6.27");
    second.put("f_1_1_1", plus(first.get("f_1_1_1"), 2));
    second.put("f_1_1_2", plus(first.get("f_1_1_2"), 85));
    put("陈家镇/陈家镇统计表（更新）.xlsx", second);

    // The same file twice.
    put("绿华镇.xlsx", form("绿华镇"));
    files.put("绿华镇 - 副本.xlsx", files.get("绿华镇.xlsx"));

    // Broken off on the way.
    put("港西镇.xlsx", form("港西镇"));
    files.computeIfPresent("港西镇.xlsx", (name, all) -> Arrays.copyOf(all, all.length * 2 / 3));

    // 建设镇 sends nothing.

    // Nothing was done, and said so: a zero in every blank.
    Map<String, String> nil = form("新海镇");
    nil.replaceAll((name, value) -> name.startsWith("f_") ? "0" : value);
    nil.keySet().removeIf(name -> name.startsWith("f_7_1"));
    put("新海镇.xlsx", nil);

    // Saved as csv.
    files.put("东平镇.csv", DisplayedCsv.of(FilledBlank.with(form("东平镇"))));
    // Numbers in words.
    put("长兴镇.xlsx", with(with(form("长兴镇"), "f_3_1_1", "十二"), "f_6_2_2", "1.2万"));
    // The stamped copy comes along.
    put("新村乡.xlsx", form("新村乡"));
    files.put("新村乡盖章件.pdf", pdf());
    // A remark behind the number.
    put("横沙乡.xlsx", with(form("横沙乡"), "f_1_3_1", "12（含线上3场）"));
  }

  private void departments() throws IOException {
    put("附件：统计表(1)最终版.xlsx", form("区应急局"));
    // Persons where attendances are counted.
    put("区教育局.xlsx", with(form("区教育局"), "f_5_3_2", "4200人"));
    // A stroke where nothing is to be said.
    put("区交通委.xlsx", with(with(form("区交通委"), "f_4_2_1", "/"), "f_4_3_1", "/"));
    // The number of events where that of attendances belongs, and the other way round.
    Map<String, String> exchanged = form("区农业农村委");
    String events = exchanged.get("f_3_4_1");
    exchanged.put("f_3_4_1", exchanged.get("f_3_4_2"));
    exchanged.put("f_3_4_2", events);
    put("部门/区农业农村委.xlsx", exchanged);
    // By its full name, which the roster knows as another name.
    put("部门/统计表.xlsx", form("崇明区文化和旅游局"));
    // No unit in the form: the file name tells.
    Map<String, String> nameless = form("区消防救援支队");
    nameless.remove("h_unit");
    put("部门/区消防救援支队.xlsx", nameless);
  }

  private void companies() throws IOException {
    put("示例建设集团.xlsx", form("示例建设集团"));
    Map<String, String> active = form("示例水务公司");
    active.put("f_7_1_1_2", "水厂开放日");
    active.put("f_7_1_2_2", "2");
    active.put("f_7_1_3_2", "160");
    put("示例水务公司.xlsx", active);
    // 示例公交公司 sends nothing.
    // Only the stamped copy came, which nobody can add up.
    files.put("示例旅游公司.pdf", pdf());
  }

  /** Returns a form filled in well: by defined name, as typed. */
  private Map<String, String> form(String unit) {
    var form = new LinkedHashMap<String, String>();
    form.put("h_unit", unit);
    form.put("h_contact", "示例填报人");
    form.put("h_phone", "021-00000000");
    form.put("h_date", IN_TIME);
    for (var item : items) {
      int events = 1 + random.nextInt(16);
      for (var field : item.fields()) {
        if (!item.repeats()) {
          form.put(Layout.name(field.id(), 0), String.valueOf(count(field, events)));
        }
      }
    }
    // Who inspects holds at least as many inspections as events about them.
    String events = form.get("f_3_5_1");
    form.computeIfPresent(
        "f_3_7_1",
        (name, value) ->
            String.valueOf(Math.max(Integer.parseInt(value), Integer.parseInt(events))));
    // Only departments enforce the law.
    if (!unit.contains("区") || unit.endsWith("人民政府")) {
      form.put("f_4_2_1", "0");
      form.put("f_4_3_1", "0");
    }
    if (random.nextInt(3) > 0) {
      form.put("f_7_1_1_1", ACTIVITIES.get(random.nextInt(ACTIVITIES.size())));
      form.put("f_7_1_2_1", String.valueOf(1 + random.nextInt(4)));
      form.put("f_7_1_3_1", String.valueOf(40 + random.nextInt(400)));
    }
    return form;
  }

  private static final List<String> ACTIVITIES =
      List.of("安全文艺汇演", "安全知识进渔村", "家庭应急包发放", "安全隐患随手拍", "消防运动会", "安全书画展");

  private int count(Field field, int events) {
    if (field.type() != FieldType.COUNT) {
      throw new IllegalArgumentException(field.id());
    }
    return switch (field.measure().name()) {
      case "人次" -> events * (20 + random.nextInt(60));
      case "人" -> events * (10 + random.nextInt(10));
      case "场", "次" -> events;
      default -> random.nextInt(5);
    };
  }

  private static Map<String, String> with(Map<String, String> form, String name, String value) {
    var changed = new LinkedHashMap<>(form);
    changed.put(name, value);
    return changed;
  }

  private static String plus(String number, int more) {
    return String.valueOf(Integer.parseInt(number) + more);
  }

  private void put(String path, Map<String, String> form) throws IOException {
    put(path, FilledBlank.with(form));
  }

  private void put(String path, byte[] content) {
    files.put(path, content);
  }

  /** Returns an empty page, as a scanner would send it. */
  private static byte[] pdf() throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """
            .getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}
