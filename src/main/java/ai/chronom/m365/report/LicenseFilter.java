package ai.chronom.m365.report;

import ai.chronom.m365.findings.SkuLine;
import java.util.Locale;

/**
 * Which products of a tenant are wanted.
 *
 * @param text part of a name or part number, or a product's id; empty for any
 * @param unused only those of which more units are bought than assigned
 */
public record LicenseFilter(String text, boolean unused) {
  public static final LicenseFilter ALL = new LicenseFilter("", false);

  public LicenseFilter {
    text = text.strip().toLowerCase(Locale.ROOT);
  }

  public boolean wants(SkuLine line) {
    return (!unused || line.spare() > 0)
        && (has(line.name()) || has(line.partNumber()) || line.skuId().toString().equals(text));
  }

  private boolean has(String name) {
    return name.toLowerCase(Locale.ROOT).contains(text);
  }
}
