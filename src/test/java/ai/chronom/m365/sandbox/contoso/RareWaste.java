package ai.chronom.m365.sandbox.contoso;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The truth file of the company of rarities. */
public final class RareWaste implements PlantedWaste {
  private static final String MONTHLY = "POWER_BI_PRO";
  private static final String YEARLY = "VISIOCLIENT";
  private static final int MONTHS = 4;

  private final Contoso contoso;

  public RareWaste(Contoso contoso) {
    this.contoso = contoso;
  }

  @Override
  public Map<String, Set<String>> byRule() {
    Map<String, Set<String>> truth = new HashMap<>();
    truth.put("R04", in(Situation.INACTIVE_30_DAYS_WITH_ADD_ON));
    truth.put("R12", in(Situation.WOULD_FIT_BUSINESS_PLAN));
    truth.put("R13", in(Situation.PARTS_OF_A_SUITE));
    truth.put("R14", in(Situation.APPS_IN_THE_BROWSER));
    truth.put("R17", in(Situation.PHONE_WITHOUT_NUMBER));
    truth.put("R20", Set.of("ATA"));
    truth.put("R23", Set.of("SPB"));
    truth.put("R25", Set.of("STANDARDPACK"));
    truth.put("R26", Set.of("SPE_F1"));
    truth.put("R27", in(Situation.ARCHIVE_WITHOUT_MAILBOX));
    truth.put("R28", in(Situation.SUITE_FOR_MAIL_ALONE));
    truth.put("R29", in(Situation.LEFT_UNNOTICED, Situation.LEAVES_SOON));
    truth.put("R31", in(Situation.RESOURCE_ACCOUNT_ON_PAID_PHONE));
    truth.put("R32", Set.of("VISIOCLIENT"));
    truth.put("R33", groups(LicenseGroup.STORES, LicenseGroup.DRAWING));
    truth.put("R35", Set.of("department"));
    truth.put("R36", Set.of("VISIO_PLAN2_DEPT", "WIN_DEF_ATP"));
    truth.put("R37", Set.of(purchase(MONTHLY)));
    return truth;
  }

  @Override
  public Map<String, Set<String>> nearMisses() {
    Map<String, Set<String>> near = new HashMap<>();
    near.put("R01", Set.of("VISIOCLIENT", "ATA"));
    near.put("R02", Set.of(MONTHLY));
    near.put("R04", in(Situation.SHIFT_WORKER_INACTIVE_30_DAYS_WITH_ADD_ON));
    near.put("R07", in(Situation.EXTERNAL_MEMBER_WITH_SUITE));
    near.put("R09", in(Situation.ADD_ON_BESIDE_SWITCHED_OFF_PLAN));
    near.put("R11", in(Situation.LARGE_MAILBOX));
    near.put("R12", in(Situation.LARGE_MAILBOX));
    near.put("R13", in(Situation.PARTS_CHEAPER_THAN_THE_SUITE));
    near.put("R14", in(Situation.APPS_ON_THE_DESKTOP));
    near.put("R15", in(Situation.COPILOT_USER));
    near.put("R16", in(Situation.POWER_BI_READER));
    near.put("R17", in(Situation.PHONE_WITH_NUMBER));
    near.put("R18", in(Situation.DEVICE_UNDER_INTUNE));
    near.put("R20", Set.of("WIN_DEF_ATP"));
    near.put("R24", Set.of("Microsoft_Teams_Premium"));
    near.put("R25", Set.of("EMS", "SPE_F1"));
    near.put("R26", Set.of("SPB"));
    near.put("R27", in(Situation.ARCHIVE_WITH_MAILBOX));
    near.put("R28", in(Situation.SUITE_WITH_ONE_SERVICE_OFF));
    near.put("R29", in(Situation.LEAVES_LATER));
    near.put("R30", in(Situation.ADMIN_WITH_ONE_ACCOUNT));
    near.put("R31", in(Situation.PHONE_RESOURCE_ACCOUNT));
    near.put("R32", Set.of("EMS"));
    near.put("R33", groups(LicenseGroup.FRONTLINE));
    near.put("R36", Set.of("VISIOCLIENT", "ATA"));
    near.put("R37", Set.of(purchase(YEARLY)));
    return near;
  }

  private Set<String> in(Situation... situations) {
    ContosoTruth truth = new ContosoTruth(contoso);
    return Stream.of(situations)
        .flatMap(situation -> truth.idsIn(situation).stream())
        .collect(Collectors.toSet());
  }

  private Set<String> groups(LicenseGroup... groups) {
    return Stream.of(groups).map(contoso::groupId).collect(Collectors.toSet());
  }

  private String purchase(String partNumber) {
    return contoso.purchases().of(Products.of(partNumber)).get(0).id();
  }

  /** A price to come, and the day from which it holds. */
  public record Raise(String skuId, LocalDate from) {}

  /** One comes before its product renews, the other after. */
  public List<Raise> raises() {
    return List.of(
        new Raise(Products.of("VISIOCLIENT").skuId(), contoso.startDay().plusDays(50)),
        new Raise(Products.of("EMS").skuId(), contoso.startDay().plusDays(290)));
  }

  /**
   * What an earlier look would have shown.
   *
   * @param renewals by purchase
   * @param holders by SKU
   */
  public record Past(
      LocalDate day, Map<String, LocalDate> renewals, Map<String, Integer> holders) {}

  /** One purchase moved on by a month each time, the other stood still. */
  public List<Past> past() {
    LocalDate renewal = contoso.startDay().plusDays(20);
    LocalDate yearly = contoso.startDay().plusDays(100);
    return IntStream.rangeClosed(1, MONTHS)
        .mapToObj(
            months ->
                new Past(
                    contoso.startDay().minusMonths(months),
                    Map.of(
                        purchase(MONTHLY), renewal.minusMonths(months), purchase(YEARLY), yearly),
                    Map.of(
                        Products.of(MONTHLY).skuId(),
                        (int) contoso.holders(Products.of(MONTHLY)),
                        Products.of(YEARLY).skuId(),
                        2)))
        .toList();
  }
}
