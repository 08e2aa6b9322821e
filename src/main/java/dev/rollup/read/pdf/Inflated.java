package dev.rollup.read.pdf;

import dev.rollup.finding.FindingCode;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Measures what the streams of a file hold once they are unpacked, before PDFBox unpacks them as a
 * whole; and checks that none breaks off. Pictures are never unpacked.
 */
final class Inflated {

  /** Filters over filters; real ones stay below 3. */
  private static final int MOST_FILTERS = 4;

  private long total;

  /** Checks one stream; what it holds counts. */
  void check(COSStream stream) throws IOException {
    List<COSName> filters = filters(stream);
    if (filters.size() > MOST_FILTERS) {
      throw new Refused(Refusal.of(FindingCode.UNSAFE_CONTENT));
    }
    byte[] data;
    try (InputStream raw = stream.createRawInputStream()) {
      data = raw.readAllBytes();
    }
    for (int i = 0; i < filters.size(); i++) {
      boolean last = i == filters.size() - 1;
      COSName filter = filters.get(i);
      if (filter.equals(COSName.FLATE_DECODE) || filter.equals(COSName.FLATE_DECODE_ABBREVIATION)) {
        data = inflated(data, last);
      } else if (isOfText(filter)) {
        var out = new Counted(last);
        FilterFactory.INSTANCE
            .getFilter(filter)
            .decode(new java.io.ByteArrayInputStream(data), out, stream, i);
        data = out.bytes.toByteArray();
      } else {
        return;
      }
    }
    if (filters.isEmpty()) {
      add(data.length);
    }
  }

  private static boolean isOfText(COSName filter) {
    return List.of(
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.ASCII85_DECODE,
            COSName.ASCII85_DECODE_ABBREVIATION,
            COSName.ASCII_HEX_DECODE,
            COSName.ASCII_HEX_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION)
        .contains(filter);
  }

  private static List<COSName> filters(COSDictionary stream) {
    var names = new ArrayList<COSName>();
    COSBase filter = stream.getDictionaryObject(COSName.FILTER, COSName.F);
    if (filter instanceof COSName name) {
      names.add(name);
    } else if (filter instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.getObject(i) instanceof COSName name) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** RFC 1950: a checksum stands behind what was packed. */
  private byte[] inflated(byte[] data, boolean last) throws IOException {
    var out = new Counted(last);
    var inflater = new Inflater();
    try {
      inflater.setInput(data);
      byte[] buffer = new byte[1 << 14];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new Refused(Refusal.of(FindingCode.DAMAGED_FILE));
        }
        out.write(buffer, 0, count);
      }
      return out.bytes.toByteArray();
    } catch (DataFormatException e) {
      throw new Refused(Refusal.of(FindingCode.DAMAGED_FILE));
    } finally {
      inflater.end();
    }
  }

  private void add(int more) throws Refused {
    total += more;
    if (total > Limits.INFLATED_BYTES) {
      throw new Refused(Refusal.of(FindingCode.TOO_LARGE));
    }
  }

  /** Counts what is written, and keeps it where another filter follows. */
  private final class Counted extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean last;

    Counted(boolean last) {
      this.last = last;
    }

    @Override
    public void write(int b) throws IOException {
      add(1);
      if (!last) {
        bytes.write(b);
      }
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      add(length);
      if (!last) {
        bytes.write(from, offset, length);
      }
    }
  }
}
