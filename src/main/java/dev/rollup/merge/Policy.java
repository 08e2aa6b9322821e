package dev.rollup.merge;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What the person who runs the merge decides.
 *
 * @param deadline until when a return is on time; empty where nothing is late
 * @param awaiting whether the deadline still lies ahead, so that nobody is missing yet
 * @param strict whether any error rejects its whole file
 * @param rejectSeveral whether several differing returns of one unit are refused, whatever their
 *     order
 */
public record Policy(
    Optional<OffsetDateTime> deadline, boolean awaiting, boolean strict, boolean rejectSeveral) {}
