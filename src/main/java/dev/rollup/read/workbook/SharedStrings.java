package dev.rollup.read.workbook;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts that cells refer to by number. Read once, however many refer to them. */
public final class SharedStrings {
  private final List<RichText> strings = new ArrayList<>();

  /** Adds the next text. */
  public void add(RichText text) throws Refusal {
    strings.add(text);
    Limits.checkListed(strings.size());
  }

  /** Returns the text of that number, counted from 0, or null. */
  public @Nullable RichText get(int index) {
    return index >= 0 && index < strings.size() ? strings.get(index) : null;
  }
}
