package ai.chronom.m365.findings.web;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.SkuClass;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.findings.SkuSetting;
import ai.chronom.m365.findings.TenantSettings;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.SkuId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A product and what is decided about it.
 *
 * @param kept spare units that it may keep as things stand
 * @param costs false when it costs nothing, so that nothing of it can be saved
 */
public record ProductLine(SkuSetting setting, String name, int purchased, int kept, boolean costs) {

  /** Products that the tenant bought, and those that somebody decided about, by name. */
  static List<ProductLine> all(
      Optional<Evaluation> evaluation,
      Collection<SkuSetting> decided,
      TenantSettings settings,
      SkuCatalog catalog) {
    Map<SkuId, SkuSetting> known =
        decided.stream().collect(Collectors.toMap(SkuSetting::skuId, Function.identity()));
    Map<SkuId, ProductLine> lines = new TreeMap<>();
    for (SkuSetting one : known.values()) {
      String name = catalog.name(one.skuId()).orElse(one.skuId().toString());
      lines.put(one.skuId(), line(one, name, 0, settings, true));
    }
    for (SkuLine line : evaluation.map(Evaluation::lines).orElse(List.of())) {
      SkuSetting setting = known.getOrDefault(line.skuId(), SkuSetting.none(line.skuId()));
      lines.put(
          line.skuId(),
          line(setting, line.name(), line.purchased(), settings, costs(line.skuClass())));
    }
    return lines.values().stream()
        .sorted(Comparator.comparing(ProductLine::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static ProductLine line(
      SkuSetting setting, String name, int purchased, TenantSettings settings, boolean costs) {
    int kept = settings.thresholds().buffer(setting.skuId(), purchased);
    return new ProductLine(setting, name, purchased, kept, costs);
  }

  private static boolean costs(SkuClass skuClass) {
    return skuClass == SkuClass.PAID || skuClass == SkuClass.EXCLUDED;
  }
}
