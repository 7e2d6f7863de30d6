package ai.chronom.m365.sandbox.contoso;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Contoso bought, grown with its size: seats for those who hold them plus the spare units
 * planned here.
 */
public final class Purchases {
  private static final int FOREVER = -1;

  private static final int YEAR = 365;

  /** Somebody bought it with a card of theirs. */
  private static final String OWN_BUYER = "WIN_DEF_ATP";

  private final CompanyPlan plan;
  private final int users;
  private final LocalDate startDay;
  private final List<Subscription> subscriptions = new ArrayList<>();

  Purchases(Company company, CompanyPlan plan, int users, LocalDate startDay) {
    this.plan = plan;
    this.users = users;
    this.startDay = startDay;
    if (company == Company.USUAL) {
      paid();
      special();
      free();
    } else {
      rare();
    }
  }

  private void rare() {
    // Two fewer than people who hold it; what is missing of the next one, units in warning serve.
    buy("SPE_F1", needed("SPE_F1") - 2, "Enabled", 310);
    buy("SPB", needed("SPB") - 1, "Enabled", 200);
    buy("SPB", 1, "Warning", 25);
    buy("SPE_E3", needed("SPE_E3"), "Enabled", 300);
    buy("STANDARDPACK", needed("STANDARDPACK") + 1, "Enabled", 220);
    for (String product :
        List.of(
            "ENTERPRISEPACK",
            "O365_BUSINESS_PREMIUM",
            "EMS",
            "OFFICESUBSCRIPTION",
            "MCOEV",
            "EXCHANGEARCHIVE_ADDON",
            "Microsoft_365_Copilot",
            "AAD_PREMIUM_P2")) {
      buy(product, needed(product), "Enabled", 260);
    }
    buy("PHONESYSTEM_VIRTUALUSER", needed("PHONESYSTEM_VIRTUALUSER"), "Enabled", FOREVER);
    // The only purchase by the month; the next one renews in the same weeks, once a year.
    buy("POWER_BI_PRO", needed("POWER_BI_PRO"), "Enabled", 20);
    buy("VISIOCLIENT", needed("VISIOCLIENT") + 2, "Enabled", 100);
    buy("VISIO_PLAN2_DEPT", 1, "Enabled", YEAR);
    // Nobody's, so that they stand or fall with what the whole tenant does.
    buy("ATA", 2, "Enabled", 280);
    buy("WIN_DEF_ATP", 2, "Enabled", 280);
    add("Microsoft_Teams_Premium", 2, "Enabled", 100, true);
  }

  public List<Subscription> subscriptions() {
    return subscriptions;
  }

  public List<Subscription> of(Product product) {
    return subscriptions.stream().filter(s -> s.product().equals(product)).toList();
  }

  /** Units in a state that Graph counts apart: enabled, warning, suspended or lockedOut. */
  public int units(Product product, String status) {
    return of(product).stream()
        .filter(s -> s.status().equals(status))
        .mapToInt(Subscription::units)
        .sum();
  }

  private void paid() {
    // Two or three purchases of one product, renewing on different days.
    buy("SPE_E5", needed("SPE_E5") * 3 / 4, "Enabled", 45);
    buy("SPE_E5", needed("SPE_E5") - needed("SPE_E5") * 3 / 4 + grown(6), "Enabled", 300);
    buy("SPE_E3", needed("SPE_E3") * 2 / 3, "Enabled", 20);
    buy("SPE_E3", needed("SPE_E3") - needed("SPE_E3") * 2 / 3, "Enabled", 210);
    buy("SPE_E3", grown(10), "Enabled", 340);
    buy("SPE_F1", needed("SPE_F1") + grown(4), "Enabled", 120);
    buy("SPB", needed("SPB") + grown(1), "Enabled", 75);
    buy("SPB", grown(2), "Warning", 12);
    buy("STANDARDPACK", needed("STANDARDPACK") + grown(5), "Enabled", 60);
    buy("EMS", needed("EMS"), "Enabled", 150);
    buy("POWER_BI_PRO", needed("POWER_BI_PRO") + grown(3), "Enabled", 90);
    buy("MCOEV", needed("MCOEV"), "Enabled", 200);
    buy("ATP_ENTERPRISE", needed("ATP_ENTERPRISE") + grown(1), "Enabled", 30);
    buy("EXCHANGEENTERPRISE", needed("EXCHANGEENTERPRISE"), "Enabled", 250);
    buy("EXCHANGEARCHIVE_ADDON", grown(3), "Enabled", 180);
    buy("VISIOCLIENT", needed("VISIOCLIENT") + grown(2), "Enabled", 100);
    buy("PROJECTPROFESSIONAL", needed("PROJECTPROFESSIONAL") + grown(3), "Enabled", 100);
    buy("Microsoft_365_Copilot", needed("Microsoft_365_Copilot") + grown(3), "Enabled", 190);
    buy("Microsoft_Teams_Rooms_Pro", needed("Microsoft_Teams_Rooms_Pro"), "Enabled", 270);
    buy("AAD_PREMIUM_P2", needed("AAD_PREMIUM_P2") + grown(1), "Enabled", 270);
    buy("GUIDES_USER", needed("GUIDES_USER") + grown(1), "Enabled", 160);
  }

  private void special() {
    buy("ENTERPRISEPACK", needed("ENTERPRISEPACK"), "Warning", 9);
    buy("ENTERPRISEPACK", grown(4), "Suspended", 40);
    add("Microsoft_Teams_Premium", grown(25), "Enabled", 18, true);
    buy("SHAREPOINTSTORAGE", grown(10), "Enabled", 130);
    buy(
        "PHONESYSTEM_VIRTUALUSER",
        needed("PHONESYSTEM_VIRTUALUSER") + grown(4),
        "Enabled",
        FOREVER);
  }

  private void free() {
    buy("FLOW_FREE", 10_000 * growth(), "Enabled", FOREVER);
    buy("POWERAPPS_VIRAL", 10_000 * growth(), "Enabled", FOREVER);
    buy("POWER_BI_STANDARD", 1_000_000, "Enabled", FOREVER);
  }

  private int needed(String partNumber) {
    return (int) plan.holders(Products.of(partNumber), users);
  }

  /** A number of units that suits 120 users, for the size this company has; never nothing. */
  private int grown(int units) {
    return Math.max(1, (int) Math.round(units * (double) users / CompanyPlan.SIZE));
  }

  private int growth() {
    return (users + CompanyPlan.SIZE - 1) / CompanyPlan.SIZE / 100 + 1;
  }

  private void buy(String partNumber, int units, String status, int changesInDays) {
    if (units > 0) {
      add(partNumber, units, status, changesInDays, false);
    }
  }

  private void add(String partNumber, int units, String status, int changesInDays, boolean trial) {
    int number = subscriptions.size();
    Optional<Instant> next =
        changesInDays == FOREVER
            ? Optional.empty()
            : Optional.of(day(startDay.plusDays(changesInDays)));
    Optional<String> partner =
        partNumber.equals("SPB") ? Optional.of(Ids.of("partner", 0)) : Optional.empty();
    subscriptions.add(
        new Subscription(
            Ids.of("subscription", number),
            Ids.of("commerce", number),
            Products.of(partNumber),
            units,
            status,
            trial,
            day(startDay.minusDays(365L + 10 * number)),
            next,
            partner,
            Ids.of("owner", partNumber.equals(OWN_BUYER) ? 1 : 0)));
  }

  private static Instant day(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
