package ai.chronom.m365.problem;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one request or one job did, over all lines of the log: each line carries its id (ADR 075).
 * Belongs to the thread that does the work.
 */
public final class Correlation {
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");
  private static final Pattern TRACE_PARENT =
      Pattern.compile("[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

  private Correlation() {}

  /** The caller's own id when it gave a well-formed one, else a new one. */
  public static String of(@Nullable String requestId, @Nullable String traceParent) {
    if (requestId != null && REQUEST_ID.matcher(requestId).matches()) {
      return requestId;
    }
    if (traceParent != null) {
      Matcher parts = TRACE_PARENT.matcher(traceParent);
      if (parts.matches()) {
        return parts.group(1);
      }
    }
    return UUID.randomUUID().toString();
  }

  /** What this thread works on; null when it is nothing in particular. */
  public static @Nullable String current() {
    return CURRENT.get();
  }

  /**
   * From now on this thread works on that; null for nothing in particular. Whoever calls it calls
   * it again in the end, with what it returned.
   *
   * @return what it worked on before
   */
  public static @Nullable String enter(@Nullable String id) {
    String before = CURRENT.get();
    if (id == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(id);
    }
    return before;
  }
}
