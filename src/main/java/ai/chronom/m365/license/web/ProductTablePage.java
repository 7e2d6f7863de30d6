package ai.chronom.m365.license.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.license.ProductNames;
import ai.chronom.m365.license.ProductTable;
import ai.chronom.m365.license.ProductTableChange;
import ai.chronom.m365.license.ProductTableFile;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Microsoft's table of product names, beside the price book. */
@Named
@RequestScoped
public class ProductTablePage {
  private static final String ADDRESS = "/settings/prices";
  private static final String CHANGES = "productNamesChanged";

  @Inject ProductTable products;
  @Inject Caller caller;

  private @Nullable ProductNames names;
  private @Nullable Part table;

  /** Whether any table is imported. */
  public boolean isImported() {
    return !names().products().isEmpty();
  }

  /** How things stand, in a sentence. */
  public String getStanding() {
    long beyond =
        names().products().keySet().stream()
            .filter(sku -> SkuCatalog.builtIn().find(sku).isEmpty())
            .count();
    return isImported()
        ? Texts.of(
            "license_table.label.imported",
            names().products().size(),
            names().plans().size(),
            beyond)
        : Texts.of("license_table.label.none", SkuCatalog.builtIn().all().size());
  }

  /** Names that the import just made changed; empty otherwise. */
  public List<String> getChanges() {
    List<String> told = Faces.getFlashAttribute(CHANGES);
    return told == null ? List.of() : told;
  }

  private ProductNames names() {
    if (names == null) {
      names = products.names();
    }
    return names;
  }

  public void importTable() throws IOException {
    caller.requireAdmin();
    if (table == null || table.getSize() == 0) {
      throw Problem.invalid("table", Texts.of("license_table.message.error.no_file"));
    }
    try (InputStream content = table.getInputStream()) {
      ProductTableChange change =
          products.importTable(ProductTableFile.read(content), caller.actor());
      Faces.setFlashAttribute(
          CHANGES, new ArrayList<>(change.names().stream().map(ProductTablePage::words).toList()));
      Told.on(
          ADDRESS,
          Texts.of(
              "license_table.message.imported",
              change.products(),
              change.plans(),
              change.added(),
              change.renamed(),
              change.removed()));
    }
  }

  private static String words(ProductTableChange.Change change) {
    String before = change.before();
    String after = change.after();
    if (after == null) {
      return Texts.of("license_table.change.removed", Objects.requireNonNullElse(before, ""));
    }
    return before == null
        ? Texts.of("license_table.change.added", after)
        : Texts.of("license_table.change.renamed", before, after);
  }

  /** Our own names hold alone again. */
  public void forget() {
    caller.requireAdmin();
    products.forget(caller.actor());
    Told.on(ADDRESS, Texts.of("license_table.message.forgotten"));
  }

  public @Nullable Part getTable() {
    return table;
  }

  public void setTable(@Nullable Part table) {
    this.table = table;
  }
}
