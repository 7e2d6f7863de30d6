package ai.chronom.m365.findings;

import ai.chronom.m365.tenant.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The part of a statement that says which findings, and its values. */
final class FindingQuery {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final StringBuilder where = new StringBuilder("f.tenant_id = ?");
  private final List<String> texts = new ArrayList<>();

  FindingQuery(TenantId tenantId, FindingFilter filter) {
    texts.add(tenantId.toString());
    if (filter.rule() != null) {
      and("f.rule_id = ?", filter.rule().value());
    }
    if (filter.confidence() != null) {
      and("f.confidence = ?", filter.confidence().name());
    }
    if (filter.state() != null) {
      and("f.state = ?", filter.state().name());
    }
    if (filter.sku() != null) {
      String sku = filter.sku().toString();
      and("(f.sku_id = ? or " + seat("s.sku_id = ?") + ")", sku, sku);
    }
    if (filter.user() != null) {
      String user = filter.user().strip().toLowerCase(Locale.ROOT);
      if (ID.matcher(user).matches()) {
        and("f.id in (select s.finding_id from finding_seat s where s.user_id = ?)", user);
      } else {
        and(
            seat("(lower(s.user_principal_name) like ? escape '!' or s.user_id = ?)"),
            "%" + literally(user) + "%",
            user);
      }
    }
  }

  private static String seat(String condition) {
    return "exists (select 1 from finding_seat s where s.finding_id = f.id and " + condition + ")";
  }

  /** What the user typed is no pattern. */
  private static String literally(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private void and(String condition, String... values) {
    where.append(" and ").append(condition);
    texts.addAll(List.of(values));
  }

  String where() {
    return where.toString();
  }

  void bind(Sql.Values values) throws SQLException {
    for (String text : texts) {
      values.text(text);
    }
  }
}
