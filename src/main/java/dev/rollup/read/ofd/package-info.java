/** Files of the open fixed layout document (GB/T 33190) → pages as they are drawn. */
@NullMarked
package dev.rollup.read.ofd;

import org.jspecify.annotations.NullMarked;
