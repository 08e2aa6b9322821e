package dev.rollup.read.page;

import dev.rollup.read.text.RunningText;
import java.text.Normalizer;

/** What a person takes the characters for that fonts of pages are mapped to. */
public final class Letters {

  /** Parts of characters (Unicode 2E80-2EFF) that stand for whole ones, each before its whole. */
  private static final String RADICALS =
      "⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺑尣⺓幺⺛旡⺝月⺟母⺠民⺢水⺣火⺤爪⺥爪⺦丬⺩王⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺳网⺴网⺶羊⺷羊⺸羊⺹老"
          + "⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门"
          + "⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

  /** Parts that fonts draw as they do the simplified whole, each before that. */
  private static final String SIMPLIFIED = "⼾户⾭青⿈黄";

  private Letters() {}

  /**
   * Returns what a person reads.
   *
   * @return {@link RunningText#UNKNOWN} in place of what stands for nothing
   */
  public static String read(String mapped) {
    var read = new StringBuilder(mapped.length());
    for (int i = 0; i < mapped.length(); i++) {
      char c = mapped.charAt(i);
      int radical = c >= 0x2E80 && c <= 0x2EFF ? RADICALS.indexOf(c) : -1;
      if (radical >= 0) {
        read.append(RADICALS.charAt(radical + 1));
      } else if (c >= 0x2F00 && c <= 0x2FDF) {
        int simplified = SIMPLIFIED.indexOf(c);
        read.append(
            simplified >= 0
                ? SIMPLIFIED.substring(simplified + 1, simplified + 2)
                : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
      } else if (c == '\t' || c == '\n' || c == '\r' || c == '\u00AD' && mapped.length() > 1) {
        read.append(' ');
      } else if (c < ' ' || c >= 0x7F && c < 0xA0 || c == '\uFFFD' || c == '\uFFFE') {
        read.append(RunningText.UNKNOWN);
      } else {
        read.append(c);
      }
    }
    return Normalizer.normalize(read, Normalizer.Form.NFC);
  }
}
