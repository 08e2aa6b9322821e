/**
 * rollup: adds up what units return, and says exactly what was wrong with it.
 *
 * <p>Of what is absent, three things are said, each in one way. A method that may find nothing
 * returns an {@link java.util.Optional}; one that is asked for every cell or sign, or that only
 * hands on what a value may lack, may spare it. What a value may lack (a component, a field, what
 * is handed on to one) is {@link org.jspecify.annotations.Nullable}, and everything else is never
 * null, since every package is {@link org.jspecify.annotations.NullMarked}: the compiler holds
 * both. An empty text is a text that somebody left empty, not one that there is not.
 */
@NullMarked
package dev.rollup;

import org.jspecify.annotations.NullMarked;
