package dev.rollup.read.pdf;

import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * The parser of PDFBox, which hands over no stream that was not measured, and no picture at all:
 * nothing that is called one is ever unpacked.
 */
final class PdfFile extends PDFParser implements Closeable {

  private final Inflated inflated = new Inflated();
  private @Nullable Refused refused;

  PdfFile(byte[] content) throws IOException {
    super(new RandomAccessReadBuffer(content));
  }

  /**
   * Reads as much of the file as tells where its parts are. What PDFBox makes of it beyond that
   * would start the graphics system.
   *
   * @param lenient whether to mend what is not as it should be
   * @return the catalogue
   */
  COSDictionary open(boolean lenient) throws IOException {
    setLenient(lenient);
    if (!parsePDFHeader()) {
      throw new IOException("no header");
    }
    initialParse();
    COSDictionary catalogue = document.getTrailer().getCOSDictionary(COSName.ROOT);
    if (catalogue == null) {
      throw new IOException("no catalogue");
    }
    return catalogue;
  }

  /** Says what was refused so far. */
  void check() throws Refused {
    if (refused != null) {
      throw refused;
    }
  }

  /** Returns what the file says about itself. */
  @Nullable COSDictionary information() {
    return document.getTrailer().getCOSDictionary(COSName.INFO);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  @Override
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    COSStream stream = super.parseCOSStream(dictionary);
    if (securityHandler == null || COSName.XREF.equals(stream.getCOSName(COSName.TYPE))) {
      measure(stream);
    }
    return stream;
  }

  @Override
  protected synchronized COSBase parseObjectDynamically(COSObjectKey key, boolean sure)
      throws IOException {
    COSBase object = super.parseObjectDynamically(key, sure);
    // What was enciphered has been deciphered by now.
    if (object instanceof COSStream stream && securityHandler != null) {
      measure(stream);
    }
    return object;
  }

  private void measure(COSStream stream) throws IOException {
    if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
      stream.removeItem(COSName.FILTER);
      stream.createRawOutputStream().close();
    } else {
      try {
        inflated.check(stream);
      } catch (Refused e) {
        // PDFBox takes what it cannot read for nothing.
        refused = refused == null ? e : refused;
        throw e;
      }
    }
  }
}
