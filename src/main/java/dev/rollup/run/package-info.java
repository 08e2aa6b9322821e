/** The pipeline: hands values from stage to stage, and knows no stage from inside. */
@NullMarked
package dev.rollup.run;

import org.jspecify.annotations.NullMarked;
