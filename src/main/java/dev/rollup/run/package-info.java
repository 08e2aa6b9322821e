/** The pipeline: hands values from stage to stage, and knows no stage from inside. */
package dev.rollup.run;
