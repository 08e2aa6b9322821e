package dev.rollup.text;

/** How a number is written in Chinese. */
public enum Style {
  /** 一百二十 */
  PLAIN,
  /** 壹佰贰拾, as on cheques. */
  FINANCIAL,
  /** 壹佰貳拾, as on cheques, in traditional characters. */
  TRADITIONAL
}
