package ai.chronom.m365.overview.web;

import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.web.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.primefaces.context.PrimeFacesContext;

/**
 * The frame around every page: which tenant is looked at, which there are, what there is to say.
 */
@Named
@RequestScoped
public class Console {
  @Inject Sight sight;

  private @Nullable List<Tenant> all;

  /** For the tenant switcher, by name. */
  public List<Tenant> getTenants() {
    if (all == null) {
      all = sight.tenants();
    }
    return all;
  }

  /** The tenant of the address; null when the address names none. */
  public @Nullable Tenant getTenant() {
    return Optional.ofNullable(Faces.getRequestParameter("tenantId"))
        .flatMap(TenantId::parse)
        .flatMap(id -> getTenants().stream().filter(tenant -> tenant.id().equals(id)).findFirst())
        .orElse(null);
  }

  /**
   * What every form sends along: PrimeFaces compares it with the page's, and where a page needs no
   * script of PrimeFaces nobody else would put it there.
   */
  public String getNonce() {
    return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
  }

  /** What went wrong, field by field, in the order of the messages. */
  public List<PageError> getErrors() {
    FacesContext faces = FacesContext.getCurrentInstance();
    return faces.getMessageList().stream()
        .filter(message -> message.getSeverity() == FacesMessage.SEVERITY_ERROR)
        .map(
            message ->
                new PageError(fieldOf(faces, message), message.getSummary(), detailOf(message)))
        .toList();
  }

  /** What was done before this page was shown. */
  public List<String> getNews() {
    return FacesContext.getCurrentInstance().getMessageList(null).stream()
        .filter(message -> message.getSeverity() == FacesMessage.SEVERITY_INFO)
        .map(FacesMessage::getSummary)
        .toList();
  }

  /** The message at that field; empty when there is none. */
  public String error(String field) {
    return FacesContext.getCurrentInstance().getMessageList(field).stream()
        .map(FacesMessage::getSummary)
        .findFirst()
        .orElse("");
  }

  /** The ids that describe a field to a screen reader; null when there are none. */
  public @Nullable String describes(String field, @Nullable String hint, @Nullable String kind) {
    StringBuilder ids = new StringBuilder();
    if (hint != null && !hint.isEmpty()) {
      ids.append(field).append("-hint ");
    }
    if (!error(field).isEmpty()) {
      ids.append(field).append("-error ");
    }
    if (kind != null && !kind.isEmpty()) {
      ids.append(field).append("-advice");
    }
    return ids.isEmpty() ? null : ids.toString().strip();
  }

  private static @Nullable String fieldOf(FacesContext faces, FacesMessage message) {
    var fields = faces.getClientIdsWithMessages();
    while (fields.hasNext()) {
      String field = fields.next();
      if (field != null && faces.getMessageList(field).contains(message)) {
        return field;
      }
    }
    return null;
  }

  /** Faces repeats the summary when there is no detail. */
  private static @Nullable String detailOf(FacesMessage message) {
    String detail = message.getDetail();
    return detail == null || detail.equals(message.getSummary()) ? null : detail;
  }

  /**
   * One line of the summary on top of a page.
   *
   * @param field the id to link to; null when it concerns the whole page
   */
  public record PageError(@Nullable String field, String summary, @Nullable String detail) {}
}
