package dev.rollup.read.html;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a page says of itself and does not show: title, properties, the names of its sheets. */
final class PageHead {

  private static final Pattern SHEET_NAME = Pattern.compile("(?i)<x:Name>([^<]{1,200})</x:Name>");

  private final Map<String, String> properties = new HashMap<>();
  private @Nullable String title;
  private @Nullable String sheetName;
  private int sheetNames;

  /** Takes what stands in a title; the first one counts. */
  void title(String raw) {
    title = title == null ? HtmlEntities.decoded(raw, 0, raw.length()).strip() : title;
  }

  /** LibreOffice keeps here what else is said about a document. */
  void property(@Nullable String name, @Nullable String content) throws Refusal {
    if (name != null && content != null) {
      properties.putIfAbsent(name, content);
      Limits.checkListed(properties.size());
    }
  }

  /** Takes what Excel says to itself about a workbook. */
  void workbook(String xml) {
    Matcher found = SHEET_NAME.matcher(xml);
    while (found.find()) {
      sheetName = HtmlEntities.decoded(found.group(1), 0, found.group(1).length());
      sheetNames++;
    }
  }

  /** Returns what is said by name, the title among it. */
  Map<String, String> properties() {
    if (title == null || title.isEmpty()) {
      return Collections.unmodifiableMap(properties);
    }
    Map<String, String> all = new HashMap<>(properties);
    all.put("title", title);
    return all;
  }

  /** Returns the name that Excel gives to the sheet; null where it is not one sheet's page. */
  @Nullable String sheetName() {
    return sheetNames == 1 ? sheetName : null;
  }
}
