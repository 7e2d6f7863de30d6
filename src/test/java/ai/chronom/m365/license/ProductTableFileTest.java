package ai.chronom.m365.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTableFileTest {
  private static final String HEADER =
      "Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,"
          + "Service_Plans_Included_Friendly_Names\n";
  private static final String SKU = "0c21030a-7e60-4ec7-9a0f-0000e0e0211a";
  private static final String PLAN = "e4c9db69-1b2d-4f1f-bd7d-8a5b7f5b8ce3";
  private static final String ROW = "Education Pack,EDU_PACK," + SKU + ",PACK," + PLAN + ",Pack\n";

  private static ProductNames read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static ProductNames read(byte[] file) {
    return ProductTableFile.read(new ByteArrayInputStream(file));
  }

  private static Problem refused(String file) {
    return catchThrowableOfType(Problem.class, () -> read(file));
  }

  private static String row(String name, String sku, String plan, String friendly) {
    return String.join(",", name, "PART", sku, "PLAN", plan, friendly) + "\n";
  }

  @Test
  void readsNamesOfProductsAndPlans() {
    ProductNames names = read(HEADER + ROW);
    assertThat(names.products())
        .containsOnly(
            Map.entry(SkuId.of(SKU), new ProductNames.Product("EDU_PACK", "Education Pack")));
    assertThat(names.plan(PlanId.of(PLAN))).contains("Pack");
  }

  @Test
  void findsItsColumnsInAnyOrderBehindAByteOrderMark() {
    ProductNames names =
        read(
            "\uFEFFguid , More,SERVICE_PLAN_ID,Service_Plans_Included_Friendly_Names,"
                + "Service_Plan_Name,String_Id,Product_Display_Name\r\n"
                + SKU.toUpperCase(Locale.ROOT)
                + ",x,"
                + PLAN
                + ",Pack,PACK,EDU_PACK,Education Pack\r\n");
    assertThat(names).isEqualTo(read(HEADER + ROW));
  }

  /** As they stand in Microsoft's own file. */
  @Test
  void overlooksBlanksOfAllKinds() {
    ProductNames names =
        read(
            HEADER
                + "Education\t Pack ,\u00A0EDU_PACK,\u00A0"
                + SKU
                + "\u00A0,PACK,"
                + PLAN
                + ",Pack\n,,,,,\n");
    assertThat(names).isEqualTo(read(HEADER + ROW));
  }

  @Test
  void takesTheFirstOfTwoNames() {
    assertThat(read(HEADER + ROW + row("Other", SKU, PLAN, "Other"))).isEqualTo(read(HEADER + ROW));
  }

  @Test
  void namesAPlanByItsPartNumberWhenNothingElseIsThere() {
    assertThat(read(HEADER + row("Pack", SKU, PLAN, "")).plan(PlanId.of(PLAN))).contains("PLAN");
  }

  @Test
  void readsFieldsInQuotes() {
    assertThat(read(HEADER + row("\"Pack, \"\"A\"\"\"", SKU, PLAN, "x")).products())
        .containsEntry(SkuId.of(SKU), new ProductNames.Product("PART", "Pack, \"A\""));
  }

  @Test
  void takesNothingWhenOneLineIsWrong() {
    Problem problem =
        refused(
            HEADER
                + ROW
                + row("Pack", "{" + SKU + "}", PLAN, "x")
                + row("", SKU, "0c21030a", "x")
                + "only,three,fields\n");
    assertThat(problem.errors())
        .extracting(FieldError::field)
        .containsExactly(
            "line 3: GUID",
            "line 4: Service_Plan_Id",
            "line 4: Product_Display_Name",
            "line 5: GUID",
            "line 5: Service_Plan_Id",
            "line 5: Service_Plan_Name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202Etxt.exe", "a\u0000b", "zero\u200Bwidth", "\u001B[31mred"})
  void refusesNamesThatDeceiveTheEye(String name) {
    assertThat(refused(HEADER + row(name, SKU, PLAN, "x")).errors())
        .extracting(FieldError::field)
        .containsExactly("line 2: Product_Display_Name");
  }

  @Test
  void refusesNamesThatAreTooLong() {
    assertThat(refused(HEADER + row("W".repeat(257), SKU, PLAN, "x")).errors())
        .extracting(FieldError::message)
        .containsExactly("At most 256 characters expected.");
  }

  @Test
  void namesColumnsThatAreMissingOrDoubled() {
    assertThat(refused("GUID,guid,String_Id\n" + SKU + "," + SKU + ",x\n").errors())
        .extracting(FieldError::field)
        .containsExactly(
            "line 1: GUID",
            "line 1: Product_Display_Name",
            "line 1: Service_Plan_Name",
            "line 1: Service_Plan_Id",
            "line 1: Service_Plans_Included_Friendly_Names");
  }

  @Test
  void namesTheLineThatIsNoUtf8() {
    byte[] latin =
        (HEADER + ROW + row("\u00C9ducation", SKU, PLAN, "x"))
            .getBytes(StandardCharsets.ISO_8859_1);
    Problem problem = catchThrowableOfType(Problem.class, () -> read(latin));
    assertThat(problem.detail()).isEqualTo("Text in UTF-8 expected; line 3 is not.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", HEADER, "{\"GUID\":1}", "\"never closed", "PK\u0003\u0004"})
  void refusesWhatIsNoTable(String file) {
    assertThat(refused(file).kind()).isEqualTo(ProblemKind.INVALID_INPUT);
  }

  @Test
  void refusesTooMuch() {
    assertThat(refused(HEADER + " ".repeat(8 * 1024 * 1024)).kind())
        .isEqualTo(ProblemKind.TOO_LARGE);
    assertThat(refused(HEADER + ROW.repeat(ProductTableFile.MAX_ROWS + 1)).kind())
        .isEqualTo(ProblemKind.TOO_LARGE);
  }

  @Test
  void namesAtMostSomeErrorsAndQuotesNothing() {
    Problem problem = refused(HEADER + row("<script>", "<b>", "<i>", "x").repeat(500));
    assertThat(problem.errors()).hasSize(ProductTableFile.MAX_ERRORS);
    assertThat(problem.errors()).extracting(FieldError::message).noneMatch(m -> m.contains("<"));
  }

  @Test
  void namesComeAfterOurOwn() {
    SkuId ours = SkuId.of("05e9a617-0261-4cee-bb44-138d3ef5d965");
    SkuId added = SkuId.of(SKU);
    SkuCatalog catalog =
        SkuCatalog.builtIn()
            .with(read(HEADER + ROW + row("Renamed suite", ours.toString(), PLAN, "x")));
    assertThat(catalog.name(ours)).contains("Microsoft 365 E3");
    assertThat(catalog.name(added)).contains("Education Pack");
    assertThat(catalog.find(added)).as("what it is for stays unknown").isEmpty();
    assertThat(catalog.ids()).contains(ours, added);
  }

  @Test
  void tellsWhatAnImportChanges() {
    String second = "11111111-7e60-4ec7-9a0f-0042e0e0211a";
    ProductNames before = read(HEADER + ROW + row("Old", second, PLAN, "x"));
    ProductNames after =
        read(
            HEADER
                + row("Education Suite", SKU, PLAN, "x")
                + row("New", "22222222-7e60-4ec7-9a0f-0042e0e0211a", PLAN, "x"));
    ProductTableChange change = ProductTableChange.between(before, after, SkuCatalog.builtIn());
    assertThat(change.words()).isEqualTo("2 products, 1 plans; 1 new, 1 renamed, 1 removed");
    assertThat(change.names())
        .extracting(ProductTableChange.Change::before, ProductTableChange.Change::after)
        .containsExactly(
            tuple(null, "New"), tuple("Education Pack", "Education Suite"), tuple("Old", null));
  }
}
