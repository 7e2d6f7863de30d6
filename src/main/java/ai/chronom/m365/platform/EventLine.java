package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Correlation;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** One event as one line of JSON; a stack trace is a member of it. */
final class EventLine extends Formatter {
  private static final int TEXT_MAX = 8_000;
  private static final int STACK_MAX = 40_000;

  @Override
  public String format(LogRecord event) {
    JsonObjectBuilder line =
        Json.createObjectBuilder()
            .add("time", event.getInstant().toString())
            .add("level", event.getLevel().getName())
            .add("logger", text(event.getLoggerName()))
            .add("thread", event.getLongThreadID());
    String correlation = Correlation.current();
    if (correlation != null) {
      line.add("correlation", correlation);
    }
    line.add("message", cut(text(formatMessage(event)), TEXT_MAX));
    if (event.getThrown() != null) {
      StringWriter stack = new StringWriter();
      event.getThrown().printStackTrace(new PrintWriter(stack));
      line.add("thrown", event.getThrown().getClass().getName());
      line.add("stack", cut(stack.toString(), STACK_MAX));
    }
    return line.build() + "\n";
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
