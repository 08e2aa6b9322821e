package dev.rollup.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;

/**
 * What is logged, and how: warnings, to the standard error stream. Said in code, since a file would
 * have to be looked for, parsed and turned into the same calls at every start.
 */
public final class Logging extends ContextAwareBase implements Configurator {

  /** Made by logback, which finds it as a service. */
  public Logging() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    var lines = new PatternLayoutEncoder();
    lines.setContext(context);
    lines.setCharset(StandardCharsets.UTF_8);
    lines.setPattern("%level %logger{0}: %msg%n%ex");
    lines.start();
    var errors = new ConsoleAppender<ILoggingEvent>();
    errors.setContext(context);
    errors.setTarget("System.err");
    errors.setEncoder(lines);
    errors.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(errors);
    context.getLogger("org.apache.poi").setLevel(Level.ERROR);
    // Complains of damaged texts, which are findings here, with a stack trace.
    context.getLogger("org.apache.poi.hwpf").setLevel(Level.OFF);
    // Complain of what is damaged, which is a finding here.
    context.getLogger("org.apache.pdfbox").setLevel(Level.OFF);
    context.getLogger("org.apache.fontbox").setLevel(Level.OFF);
    // Says of a full disk what is said in a sentence, with a stack trace.
    context.getLogger("org.apache.poi.openxml4j").setLevel(Level.OFF);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
