package dev.rollup.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The office's own blank file and what stands where in it.
 *
 * @param file the name of the file, beside the template
 * @param sha256 of its bytes, in lower-case hex
 * @param title the title of the form, without white space around it
 * @param content the file itself
 * @param header the blanks that tell who filled the form in, when, and for which period
 * @param blocks the parts that are filled in, in reading order
 * @param relations what holds between the fields, as the form prints it
 */
public record Blank(
    String file,
    String sha256,
    String title,
    Content content,
    List<HeaderBlank> header,
    List<Block> blocks,
    List<Relation> relations) {

  /** The bytes of a file: two are equal where all of them are. */
  public static final class Content {
    private final byte[] bytes;

    /** Copies the bytes. */
    public Content(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Content content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /** Copies the lists. */
  public Blank {
    header = List.copyOf(header);
    blocks = List.copyOf(blocks);
    relations = List.copyOf(relations);
  }

  /** Returns all bindings, in reading order within each block. */
  public List<Binding> bindings() {
    return blocks.stream().flatMap(block -> block.bindings().stream()).toList();
  }

  /** Returns the same form with other bindings at the same places. */
  public Blank with(UnaryOperator<Binding> change) {
    return new Blank(
        file,
        sha256,
        title,
        content,
        header,
        blocks.stream()
            .map(block -> block.with(block.id(), block.bindings().stream().map(change).toList()))
            .toList(),
        relations);
  }

  /** Returns the same form with other relations. */
  public Blank with(List<Relation> others) {
    return new Blank(file, sha256, title, content, header, blocks, others);
  }

  /** Returns the blanks about which a person must still say something. */
  public List<Binding> unsure() {
    return bindings().stream().filter(each -> !each.sure()).toList();
  }

  /** Returns the first header blank of a role. */
  public Optional<HeaderBlank> header(String role) {
    return header.stream().filter(blank -> blank.role().equals(role)).findFirst();
  }
}
