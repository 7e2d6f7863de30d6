package ai.chronom.m365.findings;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.SubscribedSku;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Products with a composition that is small but true to the plans that matter. */
public final class SampleSkus {
  public static final SkuId E5 = sku("SPE_E5");
  public static final SkuId E3 = sku("SPE_E3");
  public static final SkuId OFFICE_E3 = sku("ENTERPRISEPACK");
  public static final SkuId F3 = sku("SPE_F1");
  public static final SkuId BUSINESS_PREMIUM = sku("SPB");
  public static final SkuId OFFICE_E1 = sku("STANDARDPACK");
  public static final SkuId EMS = sku("EMS");
  public static final SkuId EXCHANGE_2 = sku("EXCHANGEENTERPRISE");
  public static final SkuId COPILOT = SkuId.of("639dec6b-bb19-468b-871c-c5c441c4b0cb");
  public static final SkuId VISIO = sku("VISIOCLIENT");
  public static final SkuId POWER_BI_PRO = sku("POWER_BI_PRO");
  public static final SkuId PHONE = sku("MCOEV");
  public static final SkuId DEFENDER_OFFICE = sku("ATP_ENTERPRISE");
  public static final SkuId ENTRA_P1 = sku("AAD_PREMIUM");
  public static final SkuId ENTRA_P2 = sku("AAD_PREMIUM_P2");
  public static final SkuId POWER_APPS = sku("POWERAPPS_PER_USER");
  public static final SkuId POWER_APPS_PER_APP = sku("POWERAPPS_PER_APP_NEW");
  public static final SkuId ROOMS_PRO = sku("Microsoft_Teams_Rooms_Pro");
  public static final SkuId PHONE_RESOURCE = sku("PHONESYSTEM_VIRTUALUSER");
  public static final SkuId FLOW_FREE = sku("FLOW_FREE");
  public static final SkuId STREAM = sku("STREAM");
  public static final SkuId TEAMS_PREMIUM = SkuId.of("36a0f3b3-adb5-49ea-bf66-762134cf063a");
  public static final SkuId STORAGE = sku("SHAREPOINTSTORAGE");
  public static final SkuId F5_SECURITY = sku("SPE_F5_SEC");
  public static final SkuId APPS = sku("OFFICESUBSCRIPTION");
  public static final SkuId AUDIO = sku("MCOMEETADV");
  public static final SkuId INTUNE = sku("INTUNE_A");
  public static final SkuId E5_SECURITY = sku("IDENTITY_THREAT_PROTECTION");
  public static final SkuId E5_COMPLIANCE = sku("INFORMATION_PROTECTION_COMPLIANCE");
  public static final SkuId BUSINESS_STANDARD = sku("O365_BUSINESS_PREMIUM");
  public static final SkuId VISIO_DEPARTMENT = sku("VISIO_PLAN2_DEPT");
  public static final SkuId VIVA_TOPICS = sku("TOPIC_EXPERIENCES");
  public static final SkuId DEFENDER_IDENTITY = sku("ATA");
  public static final SkuId F1 = sku("M365_F1_COMM");
  public static final SkuId PROJECT = sku("PROJECTPROFESSIONAL");
  public static final SkuId UNKNOWN = SkuId.of("00000000-0000-4000-8000-000000000001");

  private static final String E3_PLANS =
      "EXCHANGE_S_ENTERPRISE OFFICESUBSCRIPTION SHAREPOINTENTERPRISE TEAMS1 AAD_PREMIUM INTUNE_A"
          + " RMS_S_PREMIUM ADALLOM_S_DISCOVERY WIN10_PRO_ENT_SUB EXCHANGE_S_FOUNDATION SWAY";
  private static final Map<SkuId, String> PLANS =
      Map.ofEntries(
          Map.entry(
              E5,
              "EXCHANGE_S_ENTERPRISE OFFICESUBSCRIPTION SHAREPOINTENTERPRISE TEAMS1 AAD_PREMIUM_P2"
                  + " INTUNE_A RMS_S_PREMIUM2 WIN10_PRO_ENT_SUB MCOEV MCOMEETADV BI_AZURE_P2"
                  + " ATP_ENTERPRISE THREAT_INTELLIGENCE WINDEFATP EXCHANGE_S_FOUNDATION"),
          Map.entry(E3, E3_PLANS),
          Map.entry(
              OFFICE_E3, "EXCHANGE_S_ENTERPRISE OFFICESUBSCRIPTION SHAREPOINTENTERPRISE TEAMS1"),
          Map.entry(F3, "EXCHANGE_S_DESKLESS SHAREPOINTDESKLESS TEAMS1 AAD_PREMIUM INTUNE_A"),
          Map.entry(
              BUSINESS_PREMIUM,
              "EXCHANGE_S_STANDARD EXCHANGE_S_ARCHIVE_ADDON OFFICE_BUSINESS SHAREPOINTSTANDARD TEAMS1"
                  + " AAD_PREMIUM INTUNE_A RMS_S_PREMIUM ATP_ENTERPRISE MDE_SMB WINBIZ"),
          Map.entry(OFFICE_E1, "EXCHANGE_S_STANDARD SHAREPOINTSTANDARD TEAMS1 SHAREPOINTWAC"),
          Map.entry(EMS, "AAD_PREMIUM INTUNE_A RMS_S_PREMIUM ADALLOM_S_DISCOVERY"),
          Map.entry(EXCHANGE_2, "EXCHANGE_S_ENTERPRISE"),
          Map.entry(COPILOT, "M365_COPILOT_APPS M365_COPILOT_TEAMS"),
          Map.entry(VISIO, "VISIO_CLIENT_SUBSCRIPTION VISIOONLINE ONEDRIVE_BASIC"),
          Map.entry(POWER_BI_PRO, "BI_AZURE_P2 EXCHANGE_S_FOUNDATION"),
          Map.entry(PHONE, "MCOEV"),
          Map.entry(DEFENDER_OFFICE, "ATP_ENTERPRISE"),
          Map.entry(ENTRA_P1, "AAD_PREMIUM MFA_PREMIUM"),
          Map.entry(ENTRA_P2, "AAD_PREMIUM_P2 AAD_PREMIUM"),
          Map.entry(POWER_APPS, "POWERAPPS_PER_USER"),
          Map.entry(APPS, "OFFICESUBSCRIPTION ONEDRIVESTANDARD"),
          Map.entry(AUDIO, "MCOMEETADV"),
          Map.entry(INTUNE, "INTUNE_A"),
          Map.entry(TEAMS_PREMIUM, "TEAMSPRO_CUST TEAMSPRO_MGMT"),
          Map.entry(E5_SECURITY, "AAD_PREMIUM_P2 ATP_ENTERPRISE THREAT_INTELLIGENCE WINDEFATP"),
          Map.entry(E5_COMPLIANCE, "RMS_S_PREMIUM2"),
          Map.entry(DEFENDER_IDENTITY, "ATA"),
          Map.entry(VISIO_DEPARTMENT, "VISIO_CLIENT_SUBSCRIPTION VISIOONLINE ONEDRIVE_BASIC"),
          Map.entry(
              BUSINESS_STANDARD, "EXCHANGE_S_STANDARD OFFICE_BUSINESS SHAREPOINTSTANDARD TEAMS1"),
          Map.entry(ROOMS_PRO, "TEAMS1 MMR_P1 ROOM_CONSOLE"),
          Map.entry(FLOW_FREE, "FLOW_O365_P1"));

  private SampleSkus() {}

  private static SkuId sku(String partNumber) {
    return SkuCatalog.builtIn().all().stream()
        .filter(sku -> sku.partNumber().equals(partNumber))
        .findFirst()
        .orElseThrow()
        .id();
  }

  public static String partNumber(SkuId sku) {
    return SkuCatalog.builtIn().find(sku).map(known -> known.partNumber()).orElse("NEW_PRODUCT");
  }

  static List<SubscribedSku.Plan> plans(SkuId sku) {
    return List.of(PLANS.getOrDefault(sku, "PLAN_OF_" + partNumber(sku)).split(" ")).stream()
        .map(name -> plan(name, "Success"))
        .toList();
  }

  static SubscribedSku.Plan plan(String name, String provisioningStatus) {
    return new SubscribedSku.Plan(planId(name), name, "User", provisioningStatus);
  }

  /** That of the ladder; one made from the name for plans that it does not know. */
  public static PlanId planId(String name) {
    return PlanLadder.builtIn().named(name).stream()
        .findFirst()
        .orElseGet(() -> new PlanId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))));
  }
}
