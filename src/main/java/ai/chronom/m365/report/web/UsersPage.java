package ai.chronom.m365.report.web;

import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.TableAddress;
import ai.chronom.m365.report.UserFiles;
import ai.chronom.m365.scan.AccountLine;
import ai.chronom.m365.scan.AccountPage;
import ai.chronom.m365.scan.AccountState;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accounts of a tenant: looked for by the beginning of their name, page by page. */
@Named
@RequestScoped
public class UsersPage {
  private static final TableAddress.Shape SHAPE =
      new TableAddress.Shape(
          List.of("search", "account", "department"),
          List.of(),
          List.of("name", "department", "state", "licenses", "signed_in", "kind"),
          List.of("name", "department", "state", "licenses", "signed_in"));

  @Inject AddressedTenant addressed;
  @Inject UserFiles users;

  @SuppressWarnings("NullAway.Init")
  private TableAddress address;

  private @Nullable AccountPage page;

  @PostConstruct
  void read() {
    address = TableAddress.ofRequest(addressed.address("/users"), SHAPE);
  }

  /** Throws a {@link Problem} when the address asks for what is not there. */
  public void load() {
    page = users.list(addressed.id(), query().query());
  }

  private UsersQuery query() {
    UsersQuery query = new UsersQuery();
    query.search = address.value("search");
    query.account = address.value("account");
    query.department = address.value("department");
    query.after = address.after();
    query.before = address.before();
    query.size = String.valueOf(PageRequest.SIZE_DEFAULT);
    return query;
  }

  public TableAddress getAddress() {
    return address;
  }

  public AccountPage getPage() {
    return page == null ? AccountPage.EMPTY : page;
  }

  public boolean isScanned() {
    return !getPage().accounts().isEmpty() || users.scanned(addressed.id());
  }

  public String getFirst() {
    List<AccountLine> lines = getPage().accounts();
    return lines.isEmpty() ? "" : lines.get(0).id();
  }

  public String getLast() {
    List<AccountLine> lines = getPage().accounts();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1).id();
  }

  /** The words of the filter. */
  public List<String> getStates() {
    return Arrays.stream(AccountState.values())
        .filter(state -> state != AccountState.LICENSED)
        .map(AccountState::word)
        .toList();
  }

  public String of(AccountLine line) {
    return address.path() + "/" + line.id();
  }
}
