package dev.rollup.report;

import dev.rollup.text.Period;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What stands above whatever is handed on: whose numbers these are, of when, and how far.
 *
 * @param district whose they are
 * @param period the days that they are about; empty where the form does not say
 * @param asOf the moment that they are told of; empty where nobody gave one, since no output knows
 *     when it was made
 * @param deadline until when a return was on time; empty where nothing is late
 * @param zone the time zone of the office
 */
public record TitleBlock(
    String district,
    Optional<Period> period,
    Optional<OffsetDateTime> asOf,
    Optional<OffsetDateTime> deadline,
    ZoneId zone) {}
