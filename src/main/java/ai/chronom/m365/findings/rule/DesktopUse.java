package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.scan.Activation;
import ai.chronom.m365.scan.AppUse;
import ai.chronom.m365.scan.Platform;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether somebody works with desktop apps: activations and what the app report saw. */
final class DesktopUse {
  private static final Set<String> OTHER_PRODUCTS = Set.of("VISIO", "PROJECT");

  private DesktopUse() {}

  /**
   * An activation counts from its date, not from the number of devices, which may be gone; a shared
   * computer counts always, because activations are not kept there.
   */
  static boolean any(Account account, Inquiry inquiry, int days) {
    AppUse apps = account.traces().apps();
    boolean seen =
        apps != null
            && (apps.platforms().contains(Platform.WINDOWS)
                || apps.platforms().contains(Platform.MAC)
                || People.within(apps.lastActivated(), inquiry, days));
    return seen
        || office(account)
            .anyMatch(
                one -> one.onSharedComputer() || People.within(one.lastActivated(), inquiry, days));
  }

  static String lastActivation(Account account) {
    return office(account)
        .flatMap(one -> Optional.ofNullable(one.lastActivated()).stream())
        .max(LocalDate::compareTo)
        .map(LocalDate::toString)
        .orElse("never");
  }

  private static Stream<Activation> office(Account account) {
    return account.traces().activations().stream()
        .filter(
            one ->
                OTHER_PRODUCTS.stream()
                    .noneMatch(name -> one.product().toUpperCase(Locale.ROOT).contains(name)));
  }

  /** When the account last activated the desktop product of that name; empty when never. */
  static Optional<Activation> of(Account account, String name) {
    return account.traces().activations().stream()
        .filter(one -> one.product().toUpperCase(Locale.ROOT).contains(name))
        .findFirst();
  }
}
