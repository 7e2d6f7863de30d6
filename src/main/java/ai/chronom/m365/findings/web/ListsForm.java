package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.findings.ListEntry;
import ai.chronom.m365.findings.ListForm;
import ai.chronom.m365.findings.MemberKind;
import ai.chronom.m365.findings.PeopleList;
import ai.chronom.m365.findings.SettingsBook;
import ai.chronom.m365.findings.Settling;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Rows;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The lists of people that a tenant's rules follow. */
@Named
@RequestScoped
public class ListsForm {
  @Inject AddressedTenant addressed;
  @Inject SettingsBook settings;
  @Inject Settling settling;
  @Inject Caller caller;

  private final Rows<ListEntry> rows = new Rows<>((page, order) -> Listing.of(entries(), page));
  private @Nullable List<ListEntry> entries;
  private @Nullable String list;
  private @Nullable String kind;
  private @Nullable String members;
  private @Nullable String note;
  private @Nullable String until;

  public Rows<ListEntry> getEntries() {
    return rows;
  }

  private List<ListEntry> entries() {
    if (entries == null) {
      entries = settings.entries(addressed.id());
    }
    return entries;
  }

  /** The one that the address names; null when it names none. */
  public @Nullable ListEntry getChosen() {
    String asked = Faces.getRequestParameter("entry");
    if (asked == null || asked.isBlank()) {
      return null;
    }
    return entries().stream()
        .filter(entry -> String.valueOf(entry.id()).equals(asked))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("The entry"));
  }

  public void add() {
    caller.requireAdmin();
    List<String> names = members == null ? List.of() : Arrays.asList(members.split("[\\r\\n;]+"));
    settling.add(addressed.id(), new ListForm(list, kind, names, note, until), caller.actor());
    Told.on(addressed.address("/settings"), Texts.of("findings_lists.message.added"));
  }

  public void remove() {
    caller.requireAdmin();
    ListEntry entry = getChosen();
    if (entry == null) {
      throw Problem.notFound("The entry");
    }
    settling.remove(addressed.id(), entry.list(), entry.id(), caller.actor());
    Told.on(
        addressed.address("/settings"), Texts.of("findings_lists.message.removed", entry.member()));
  }

  public List<SelectItem> getLists() {
    return Arrays.stream(PeopleList.values())
        .map(one -> new SelectItem(one.word(), Texts.of("list." + one.word())))
        .toList();
  }

  public List<SelectItem> getKinds() {
    return Arrays.stream(MemberKind.values())
        .map(one -> new SelectItem(one.word(), Texts.of("member." + one.word())))
        .toList();
  }

  public @Nullable String getList() {
    return list;
  }

  public void setList(@Nullable String list) {
    this.list = list;
  }

  public @Nullable String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = kind;
  }

  public @Nullable String getMembers() {
    return members;
  }

  public void setMembers(@Nullable String members) {
    this.members = members;
  }

  public @Nullable String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note;
  }

  public @Nullable String getUntil() {
    return until;
  }

  public void setUntil(@Nullable String until) {
    this.until = until;
  }
}
