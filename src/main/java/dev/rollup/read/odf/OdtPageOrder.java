package dev.rollup.read.odf;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages that the paragraphs and tables of a text begin, in their order. */
final class OdtPageOrder {

  /** The page of a text that names none. */
  private static final String USUAL = "Standard";

  private final Styles styles;
  private final Set<String> names = new LinkedHashSet<>();

  OdtPageOrder(Styles styles) {
    this.styles = styles;
  }

  /** Notes what page begins with a paragraph or table; the first one begins one in any case. */
  void begin(String family, @Nullable String style) throws Refusal {
    String page = styles.page(family, style);
    if (page != null || names.isEmpty()) {
      names.add(page == null ? USUAL : page);
      Limits.checkListed(names.size());
    }
  }

  Set<String> names() {
    return Collections.unmodifiableSet(names);
  }
}
