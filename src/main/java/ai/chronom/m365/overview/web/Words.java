package ai.chronom.m365.overview.web;

import ai.chronom.m365.license.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How times, money, counts and states read and look on pages. */
@Named
@ApplicationScoped
public class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final Map<String, String> TONES =
      Map.ofEntries(
          Map.entry("verified", "good"),
          Map.entry("ready", "good"),
          Map.entry("not-ready", "bad"),
          Map.entry("degraded", "warn"),
          Map.entry("active", "good"),
          Map.entry("enabled", "good"),
          Map.entry("disabled", "warn"),
          Map.entry("invited", "wait"),
          Map.entry("primary", "good"),
          Map.entry("spreading", "wait"),
          Map.entry("succeeded", "good"),
          Map.entry("sent", "good"),
          Map.entry("write", "bad"),
          Map.entry("differs", "warn"),
          Map.entry("granted", "good"),
          Map.entry("yes", "good"),
          Map.entry("ok", "good"),
          Map.entry("complete", "good"),
          Map.entry("completed", "good"),
          Map.entry("evaluated", "good"),
          Map.entry("high", "good"),
          Map.entry("valid", "good"),
          Map.entry("action-required", "warn"),
          Map.entry("consent-missing", "warn"),
          Map.entry("not-configured", "warn"),
          Map.entry("wrong-type", "warn"),
          Map.entry("no", "warn"),
          Map.entry("partial", "warn"),
          Map.entry("completed-with-gaps", "warn"),
          Map.entry("not-permitted", "warn"),
          Map.entry("license-missing", "warn"),
          Map.entry("names-concealed", "warn"),
          Map.entry("expires-soon", "warn"),
          Map.entry("expiring", "warn"),
          Map.entry("not-evaluated", "warn"),
          Map.entry("medium", "warn"),
          Map.entry("credential-failed", "bad"),
          Map.entry("unreachable", "bad"),
          Map.entry("failed", "bad"),
          Map.entry("expired", "bad"),
          Map.entry("refused", "bad"),
          Map.entry("verifying", "busy"),
          Map.entry("running", "busy"),
          Map.entry("queued", "wait"),
          Map.entry("waiting", "wait"),
          Map.entry("pending", "wait"));
  private static final Map<String, String> ICONS =
      Map.of("good", "check", "warn", "warning", "bad", "stop", "busy", "busy", "wait", "waiting");

  @Inject Clock clock;

  /** good, warn, bad, busy, wait or none. */
  public String tone(@Nullable String word) {
    return TONES.getOrDefault(String.valueOf(word), "none");
  }

  public String icon(@Nullable String word) {
    return toneIcon(tone(word));
  }

  public String toneIcon(String tone) {
    return ICONS.getOrDefault(tone, "none");
  }

  public String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at);
  }

  /** The time of day, where the day is said already. */
  public String clock(@Nullable Instant at) {
    return at == null ? "" : CLOCK.format(at);
  }

  public String date(@Nullable LocalDate day) {
    return day == null ? "" : DATE.format(day);
  }

  /** The day of a time. */
  public String day(@Nullable Instant at) {
    return at == null ? "" : DATE.format(at.atZone(ZoneOffset.UTC));
  }

  /** Such as {@code 3 hours ago} or {@code in 2 days}. */
  public String ago(@Nullable Instant at) {
    if (at == null) {
      return "";
    }
    Duration distance = Duration.between(at, clock.instant());
    String length = length(distance.abs());
    return distance.isNegative() ? "in " + length : length + " ago";
  }

  /** With two decimals, grouped, without the currency. */
  public String amount(@Nullable Money money) {
    return money == null ? "" : decimals(2).format(money.amount());
  }

  /** Rounded to whole units, grouped, without the currency: beside a drawing. */
  public String whole(Money money) {
    return decimals(0).format(money.amount().setScale(0, RoundingMode.HALF_UP));
  }

  /** Rounded to whole units, with the currency: for headlines. */
  public String headline(@Nullable Money money) {
    if (money == null) {
      return "–";
    }
    BigDecimal whole = money.amount().setScale(0, RoundingMode.HALF_UP);
    return money.currency().getCurrencyCode() + " " + decimals(0).format(whole);
  }

  /** With two decimals and the currency. */
  public String money(@Nullable Money money) {
    return money == null ? "–" : money.currency().getCurrencyCode() + " " + amount(money);
  }

  public String count(@Nullable Number number) {
    return number == null ? "" : decimals(0).format(number);
  }

  private static String length(Duration length) {
    if (length.compareTo(Duration.ofMinutes(1)) < 0) {
      return "less than a minute";
    }
    if (length.compareTo(Duration.ofHours(1)) < 0) {
      return counted(length.toMinutes(), "minute");
    }
    return length.compareTo(Duration.ofDays(1)) < 0
        ? counted(length.toHours(), "hour")
        : counted(length.toDays(), "day");
  }

  private static String counted(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }

  private static NumberFormat decimals(int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.US);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format;
  }
}
