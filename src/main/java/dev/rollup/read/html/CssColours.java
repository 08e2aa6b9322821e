package dev.rollup.read.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Colours as style sheets write them (CSS Color 3). */
final class CssColours {

  private static final String NAMES =
      "aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff "
          + "beige f5f5dc bisque ffe4c4 black 000000 blanchedalmond ffebcd blue 0000ff "
          + "blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 "
          + "chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c "
          + "cyan 00ffff darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 "
          + "darkgrey a9a9a9 darkgreen 006400 darkkhaki bdb76b darkmagenta 8b008b "
          + "darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 "
          + "darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f "
          + "darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff "
          + "dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 "
          + "forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 "
          + "goldenrod daa520 gray 808080 grey 808080 green 008000 greenyellow adff2f "
          + "honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 "
          + "khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 "
          + "lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff "
          + "lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgrey d3d3d3 lightgreen 90ee90 "
          + "lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa "
          + "lightslategray 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 "
          + "limegreen 32cd32 linen faf0e6 magenta ff00ff maroon 800000 "
          + "mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db "
          + "mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a "
          + "mediumturquoise 48d1cc mediumvioletred c71585 midnightblue 191970 mintcream f5fffa "
          + "mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 "
          + "olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 "
          + "palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee palevioletred db7093 "
          + "papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd "
          + "powderblue b0e0e6 purple 800080 red ff0000 rosybrown bc8f8f royalblue 4169e1 "
          + "saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee "
          + "sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 "
          + "snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 "
          + "thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 "
          + "white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32 "
          // What the system writes in, and on.
          + "windowtext 000000 window ffffff buttonface f0f0f0 infobackground ffffe1";

  private static final Map<String, Integer> BY_NAME = byName();

  private static final Pattern PARTS =
      Pattern.compile("rgba?\\(([^)]{1,80})\\)", Pattern.CASE_INSENSITIVE);

  private static final Pattern HUES = Pattern.compile("hsla?\\(([^)]{1,80})\\)");

  /** Less than this lets nothing be seen. */
  private static final double CLEAR = 0.05;

  private CssColours() {}

  /**
   * A colour.
   *
   * @param rgb as 0xRRGGBB
   * @param clear whether nothing of it is seen
   */
  record Colour(int rgb, boolean clear) {}

  private static Map<String, Integer> byName() {
    var names = new HashMap<String, Integer>();
    String[] words = NAMES.split(" ", -1);
    for (int i = 0; i + 1 < words.length; i += 2) {
      names.put(words[i], Integer.parseInt(words[i + 1], 16));
    }
    return Map.copyOf(names);
  }

  /** Returns a colour; null where none is written, or none that is known. */
  static @Nullable Colour of(String written) {
    String value = written.strip().toLowerCase(Locale.ROOT);
    if (value.equals("transparent")) {
      return new Colour(0, true);
    }
    Integer named = BY_NAME.get(value);
    if (named != null) {
      return new Colour(named, false);
    }
    if (value.matches("#[0-9a-f]{3,4}")) {
      value = value.replaceAll("[0-9a-f]", "$0$0");
    }
    // Attributes of old pages leave the sign out.
    if (value.matches("#?[0-9a-f]{6}([0-9a-f]{2})?")) {
      int start = value.startsWith("#") ? 1 : 0;
      boolean clear = value.length() == start + 8 && value.endsWith("00");
      return new Colour(Integer.parseInt(value.substring(start, start + 6), 16), clear);
    }
    var hues = HUES.matcher(value);
    if (hues.matches()) {
      return ofHue(hues.group(1).strip().split("[\\s,/]+", -1));
    }
    var parts = PARTS.matcher(value);
    return parts.matches() ? ofParts(parts.group(1).strip().split("[\\s,/]+", -1)) : null;
  }

  private static @Nullable Colour ofParts(String[] parts) {
    if (parts.length < 3 || parts.length > 4) {
      return null;
    }
    int rgb = 0;
    for (int i = 0; i < 3; i++) {
      double part = part(parts[i], 255);
      if (Double.isNaN(part)) {
        return null;
      }
      rgb = rgb << 8 | (int) Math.round(part);
    }
    return new Colour(rgb, parts.length == 4 && part(parts[3], 1) <= CLEAR);
  }

  /** A colour by its hue, how full it is, and how light (CSS Color 3, 4.2.4). */
  private static @Nullable Colour ofHue(String[] parts) {
    if (parts.length < 3 || parts.length > 4) {
      return null;
    }
    double hue = part(parts[0].replaceFirst("deg$", ""), Integer.MAX_VALUE) % 360;
    double full = part(parts[1], 1);
    double light = part(parts[2], 1);
    double clear = parts.length == 4 ? part(parts[3], 1) : 1;
    if (Double.isNaN(hue + full + light + clear)) {
      return null;
    }
    int rgb = 0;
    for (int turn : new int[] {0, 8, 4}) {
      double at = (turn + hue / 30) % 12;
      double reach = full * Math.min(light, 1 - light);
      double part = light - reach * Math.max(-1, Math.min(Math.min(at - 3, 9 - at), 1));
      rgb = rgb << 8 | (int) Math.round(255 * part);
    }
    return new Colour(rgb, clear <= CLEAR);
  }

  private static double part(String written, double whole) {
    boolean percent = written.endsWith("%");
    String digits = percent ? written.substring(0, written.length() - 1) : written;
    if (!digits.matches("-?[0-9]{0,9}(\\.[0-9]{1,9})?") || digits.isEmpty() || digits.equals("-")) {
      return Double.NaN;
    }
    double number = Double.parseDouble(digits);
    return Math.max(0, Math.min(whole, percent ? number * whole / 100 : number));
  }
}
