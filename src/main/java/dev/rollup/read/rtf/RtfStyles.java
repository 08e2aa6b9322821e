package dev.rollup.read.rtf;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.LetterLook;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The styles of a file by their names, which letters repeat or not (RTF 1.9.1, "Style Sheet"). */
final class RtfStyles {

  /** What may hold for letters that do not say it themselves. */
  private record Doubtful(String style, String ofCharacters, @Nullable Integer behind) {}

  private final Map<String, LetterLook> byName = new HashMap<>();
  private final Map<Doubtful, LetterLook> doubts = new HashMap<>();

  void put(String name, LetterLook look) throws Refusal {
    byName.put(name, look);
    Limits.checkListed(byName.size());
  }

  /** Returns what styles say of letters, and a colour that not all programs put behind them. */
  @Nullable LetterLook doubts(RtfGroup group) {
    if (byName.isEmpty() && group.behind == null) {
      return null;
    }
    var key = new Doubtful(group.style, group.characterStyle, group.behind);
    LetterLook said = doubts.get(key);
    if (said == null) {
      said = byName.getOrDefault(group.style, LetterLook.PLAIN);
      said = byName.getOrDefault(group.characterStyle, LetterLook.PLAIN).over(said);
      if (group.behind != null) {
        said = new LetterLook.Builder().shading(group.behind).build().over(said);
      }
      doubts.put(key, said);
    }
    return said == LetterLook.PLAIN ? null : said;
  }
}
