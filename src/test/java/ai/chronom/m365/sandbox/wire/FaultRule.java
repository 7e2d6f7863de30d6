package ai.chronom.m365.sandbox.wire;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which requests a fault strikes: a path pattern where * stands for anything, how often, and after
 * how many.
 */
public final class FaultRule {
  private final Site site;
  private final Pattern target;
  private final Fault fault;
  private int first;
  private int times = Integer.MAX_VALUE;
  private int oneIn = 1;
  private final AtomicInteger seen = new AtomicInteger();

  private FaultRule(Site site, Pattern target, Fault fault) {
    this.site = site;
    this.target = target;
    this.fault = fault;
  }

  /**
   * @param pattern matched against path and query together, as {@code /v1.0/users?$top=999}
   */
  public static FaultRule on(Site site, String pattern, Fault fault) {
    String regex =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return new FaultRule(site, Pattern.compile(regex), fault);
  }

  public FaultRule times(int count) {
    this.times = count;
    return this;
  }

  /** Lets so many matching requests pass before the first strike. */
  public FaultRule after(int count) {
    this.first = count;
    return this;
  }

  /** Strikes every n-th matching request only. */
  public FaultRule everyNth(int n) {
    this.oneIn = n;
    return this;
  }

  boolean strikes(Call call) {
    String target = call.query().isEmpty() ? call.path() : call.path() + "?" + call.query();
    if (call.site() != site || !this.target.matcher(target).matches()) {
      return false;
    }
    int number = seen.getAndIncrement() - first;
    return number >= 0 && number % oneIn == 0 && number / oneIn < times;
  }

  Fault fault() {
    return fault;
  }
}
