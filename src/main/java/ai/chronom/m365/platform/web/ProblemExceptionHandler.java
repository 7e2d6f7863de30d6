package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.ProblemDocument;
import ai.chronom.m365.platform.Trouble;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.problem.web.Texts;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A problem that a page's action met becomes messages on that page; one that is met while a page is
 * being opened becomes an error page. Bugs go on to the next handler.
 */
public class ProblemExceptionHandler extends ExceptionHandlerWrapper {
  private static final List<String> SUPPORT_IDS = List.of("aadsts", "traceId", "correlationId");

  ProblemExceptionHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    FacesContext faces = FacesContext.getCurrentInstance();
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      ExceptionQueuedEvent event = events.next();
      Throwable thrown = event.getContext().getException();
      Optional<Problem> problem = expired(thrown) ? Optional.empty() : Trouble.meaning(thrown);
      if (problem.isPresent() && tell(faces, problem.get())) {
        events.remove();
      }
    }
    getWrapped().handle();
  }

  private static boolean tell(FacesContext faces, Problem problem) {
    if (faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE
        && faces.getExternalContext().isResponseCommitted()) {
      return false;
    }
    if (faces.isPostback()
        && faces.getViewRoot() != null
        && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
        && problem.kind() != ProblemKind.NOT_FOUND) {
      addMessages(faces, problem);
      return true;
    }
    try {
      faces.getExternalContext().getRequestMap().put(ErrorPage.PROBLEM, problem);
      faces
          .getExternalContext()
          .responseSendError(ProblemDocument.statusOf(problem.kind()), problem.detail());
      faces.responseComplete();
      return true;
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }

  private static void addMessages(FacesContext faces, Problem problem) {
    if (problem.errors().isEmpty()) {
      add(faces, null, problem.detail(), ids(problem));
    }
    for (FieldError error : problem.errors()) {
      add(faces, clientId(faces.getViewRoot(), error.field()), text(error), ids(problem));
    }
    faces.validationFailed();
    faces.renderResponse();
  }

  /** A line of a file is no input of the page: the text itself says which one it is. */
  private static String text(FieldError error) {
    return error.field().startsWith("line ")
        ? error.field() + ": " + error.message()
        : error.message();
  }

  private static void add(
      FacesContext faces, @Nullable String clientId, String text, String detail) {
    faces.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, detail));
  }

  /** What Microsoft's support asks for; empty when Microsoft named none. */
  private static String ids(Problem problem) {
    return SUPPORT_IDS.stream()
        .filter(problem.facts()::containsKey)
        .map(id -> Texts.of("general.ids." + id, String.valueOf(problem.facts().get(id))))
        .collect(Collectors.joining(" · "));
  }

  /** The input of that name, written tenantId or tenant-id; null is the page as a whole. */
  private static @Nullable String clientId(UIViewRoot page, String field) {
    String kebab = field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    return find(page, field).or(() -> find(page, kebab)).orElse(null);
  }

  private static Optional<String> find(UIComponent parent, String id) {
    if (id.equals(parent.getId())) {
      return Optional.of(parent.getClientId());
    }
    Iterator<UIComponent> children = parent.getFacetsAndChildren();
    while (children.hasNext()) {
      Optional<String> found = find(children.next(), id);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean expired(Throwable thrown) {
    return thrown instanceof ViewExpiredException
        || thrown.getCause() instanceof ViewExpiredException;
  }

  /** Named in faces-config.xml. */
  public static final class Factory extends ExceptionHandlerFactory {
    public Factory(ExceptionHandlerFactory wrapped) {
      super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
      return new ProblemExceptionHandler(getWrapped().getExceptionHandler());
    }
  }
}
