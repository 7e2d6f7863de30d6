package ai.chronom.m365.vault.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.vault.MasterKeys;
import ai.chronom.m365.vault.Vault;
import ai.chronom.m365.vault.VaultState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The master keys and their rotation: a key is added, seals, and the old one goes. */
@Named
@RequestScoped
public class KeysPage {
  private static final String ADDRESS = "/settings/keys";

  @Inject Vault vault;
  @Inject MasterKeys keys;
  @Inject Caller caller;

  private @Nullable VaultState state;
  private @Nullable String successor;
  private @Nullable String leaving;
  private @Nullable String confirmedKey;

  public void load() {
    caller.requireAdmin();
  }

  public VaultState getState() {
    VaultState read = state;
    if (read == null) {
      read = keys.state();
      state = read;
    }
    return read;
  }

  /** Why the vault is shut; null while it is open. */
  public @Nullable String getObstacle() {
    return vault.ready().orElse(null);
  }

  public void add() {
    caller.requireAdmin();
    long id = keys.add(caller.actor());
    Told.on(ADDRESS, Texts.of("vault_keys.message.added", String.valueOf(id)));
  }

  public void promote() {
    caller.requireAdmin();
    long id = number("successor", successor);
    keys.promote(id, caller.actor());
    Told.on(ADDRESS, Texts.of("vault_keys.message.promoted", String.valueOf(id)));
  }

  public void drop() {
    caller.requireAdmin();
    long id = number("leaving", leaving);
    if (!String.valueOf(id).equals(Optional.ofNullable(confirmedKey).orElse("").strip())) {
      throw Problem.invalid("confirmedKey", "The id of the key is expected: " + id + ".");
    }
    keys.drop(id, caller.actor());
    Told.on(ADDRESS, Texts.of("vault_keys.message.dropped", String.valueOf(id)));
  }

  private static long number(String field, @Nullable String text) {
    if (text == null || !text.matches("[0-9]{1,10}")) {
      throw Problem.invalid(field, "A key of the list is expected.");
    }
    return Long.parseLong(text);
  }

  /** Ids of the keys that may become the one that seals. */
  public List<String> getPromotable() {
    return getState().keys().stream()
        .filter(VaultState.Key::isPromotable)
        .map(key -> String.valueOf(key.id()))
        .toList();
  }

  /** Ids of the keys that nothing needs any more. */
  public List<String> getDroppable() {
    return getState().keys().stream()
        .filter(VaultState.Key::isDroppable)
        .map(key -> String.valueOf(key.id()))
        .toList();
  }

  public @Nullable String getSuccessor() {
    return successor;
  }

  public void setSuccessor(@Nullable String successor) {
    this.successor = successor;
  }

  public @Nullable String getLeaving() {
    return leaving;
  }

  public void setLeaving(@Nullable String leaving) {
    this.leaving = leaving;
  }

  public @Nullable String getConfirmedKey() {
    return confirmedKey;
  }

  public void setConfirmedKey(@Nullable String confirmedKey) {
    this.confirmedKey = confirmedKey;
  }
}
