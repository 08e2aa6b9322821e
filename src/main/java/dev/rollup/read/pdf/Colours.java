package dev.rollup.read.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.function.PDFunction;
import org.jspecify.annotations.Nullable;

/**
 * What colours look like, nearly: near enough to tell what is seen on what. The profiles that say
 * it exactly would start the graphics system.
 */
final class Colours {

  private static final int DEEPEST = 4;

  private Colours() {}

  /** Returns what a name in an instruction stands for. */
  static @Nullable COSBase space(COSName name, @Nullable PDResources resources) {
    COSDictionary named =
        resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.COLORSPACE);
    COSBase found = named == null ? null : named.getDictionaryObject(name);
    return found == null ? name : found;
  }

  /** Returns a colour as {@code 0xRRGGBB}; null where nobody knows. */
  static @Nullable Integer rgb(@Nullable COSBase space, List<COSBase> operands) {
    float[] parts = new float[operands.size()];
    for (int i = 0; i < parts.length; i++) {
      if (!(operands.get(i) instanceof COSNumber number)) {
        return null;
      }
      parts[i] = number.floatValue();
    }
    try {
      return rgb(space, parts, 0);
    } catch (IOException | RuntimeException e) {
      // A colour that makes no sense is unknown; what is written in it is seen all the same.
      return null;
    }
  }

  private static @Nullable Integer rgb(@Nullable COSBase space, float[] parts, int depth)
      throws IOException {
    if (depth > DEEPEST || space == null) {
      return null;
    }
    if (space instanceof COSName name) {
      return switch (name.getName()) {
        case "DeviceGray", "G", "CalGray" -> parts.length == 1 ? gray(parts[0]) : null;
        case "DeviceRGB", "RGB", "CalRGB" -> ofParts(parts, 3);
        case "DeviceCMYK", "CMYK" -> ofParts(parts, 4);
        default -> null;
      };
    }
    if (!(space instanceof COSArray array) || array.size() == 0) {
      return null;
    }
    return switch (array.getName(0, "")) {
      case "DeviceGray", "CalGray", "G" -> ofParts(parts, 1);
      case "DeviceRGB", "CalRGB", "RGB" -> ofParts(parts, 3);
      case "DeviceCMYK", "CMYK" -> ofParts(parts, 4);
      case "ICCBased" ->
          array.getObject(1) instanceof COSStream profile
              ? ofParts(parts, profile.getInt(COSName.N))
              : null;
      case "Lab" -> parts.length == 3 ? gray(parts[0] / 100) : null;
      case "Indexed", "I" -> indexed(array, parts, depth);
      case "Separation", "DeviceN" -> {
        float[] other = PDFunction.create(array.getObject(3)).eval(parts);
        yield rgb(array.getObject(2), other, depth + 1);
      }
      default -> null;
    };
  }

  private static @Nullable Integer indexed(COSArray array, float[] parts, int depth)
      throws IOException {
    COSBase base = array.getObject(1);
    int count = components(base);
    byte[] table = new byte[0];
    if (array.getObject(3) instanceof COSString string) {
      table = string.getBytes();
    } else if (array.getObject(3) instanceof COSStream stream) {
      try (InputStream bytes = stream.createInputStream()) {
        table = bytes.readAllBytes();
      }
    }
    int from = parts.length == 0 ? 0 : Math.max(0, (int) parts[0]) * count;
    if (count == 0 || from + count > table.length) {
      return null;
    }
    float[] colour = new float[count];
    for (int i = 0; i < count; i++) {
      colour[i] = (table[from + i] & 0xFF) / 255f;
    }
    return rgb(base, colour, depth + 1);
  }

  private static int components(@Nullable COSBase space) {
    String name =
        space instanceof COSName own
            ? own.getName()
            : space instanceof COSArray array ? array.getName(0, "") : "";
    return switch (name) {
      case "DeviceGray", "CalGray", "G" -> 1;
      case "DeviceRGB", "CalRGB", "RGB" -> 3;
      case "DeviceCMYK", "CMYK" -> 4;
      case "ICCBased" ->
          space instanceof COSArray array && array.getObject(1) instanceof COSStream profile
              ? profile.getInt(COSName.N)
              : 0;
      default -> 0;
    };
  }

  private static @Nullable Integer ofParts(float[] parts, int count) {
    if (parts.length != count) {
      return null;
    }
    return switch (count) {
      case 1 -> gray(parts[0]);
      case 3 -> rgb(parts[0], parts[1], parts[2]);
      case 4 -> {
        float light = 1 - parts[3];
        yield rgb((1 - parts[0]) * light, (1 - parts[1]) * light, (1 - parts[2]) * light);
      }
      default -> null;
    };
  }

  private static int gray(float light) {
    return rgb(light, light, light);
  }

  private static int rgb(float red, float green, float blue) {
    return part(red) << 16 | part(green) << 8 | part(blue);
  }

  private static int part(float light) {
    return Math.round(255 * Math.min(1, Math.max(0, light)));
  }
}
