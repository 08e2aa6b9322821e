package dev.rollup.write.xlsx;

import dev.rollup.messages.Messages;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.template.Template;

/**
 * The words of the line that names the template of a form, for people and for programs that lose
 * all else.
 */
public final class TemplateLine {

  private TemplateLine() {}

  /** Returns the line of a form that nobody filled in. */
  public static String ofBlank(Template template, Messages messages) {
    return messages.text("form.template", template.id(), template.version());
  }

  /** Returns the line of a form that is made of returns. */
  public static String ofReturns(Template template, RollUpContents carried, Messages messages) {
    return ofBlank(template, messages) + '　' + madeOf(carried, messages);
  }

  /** Returns of how many units a form is made, in words. */
  public static String madeOf(RollUpContents carried, Messages messages) {
    return messages.text("form.made-of", String.valueOf(carried.units()));
  }
}
