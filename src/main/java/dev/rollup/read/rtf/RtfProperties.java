package dev.rollup.read.rtf;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** What a file says of itself by name (RTF 1.9.1, "Information Group" and "User Properties"). */
final class RtfProperties {

  private final Map<String, String> byName = new HashMap<>();
  private String name = "";

  Map<String, String> byName() {
    return Collections.unmodifiableMap(byName);
  }

  void title(String title) {
    byName.putIfAbsent("title", title);
  }

  /** Takes the name of the property whose value comes. */
  void name(String next) {
    name = next;
  }

  void value(String value) throws Refusal {
    if (!name.isEmpty()) {
      byName.put(name, value);
      Limits.checkListed(byName.size());
    }
  }
}
