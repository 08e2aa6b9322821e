package dev.rollup.template;

import java.util.List;
import java.util.Optional;

/**
 * The office's own blank file and what stands where in it.
 *
 * @param file the name of the file, beside the template
 * @param sha256 of its bytes, in lower-case hex
 * @param title the title of the form, without white space around it
 * @param header the blanks that tell who filled the form in, when, and for which period
 * @param blocks the parts that are filled in, in reading order
 * @param relations what holds between the fields, as the form prints it
 */
public record Blank(
    String file,
    String sha256,
    String title,
    List<HeaderBlank> header,
    List<Block> blocks,
    List<Relation> relations) {

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

  /** Returns the first header blank of a role. */
  public Optional<HeaderBlank> header(String role) {
    return header.stream().filter(blank -> blank.role().equals(role)).findFirst();
  }
}
