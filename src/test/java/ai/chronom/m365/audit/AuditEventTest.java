package ai.chronom.m365.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Only the chain writes the audit trail, and it only adds. */
class AuditEventTest {
  @Test
  void noColumnIsWrittenByItsMapping() {
    assertThat(AuditEvent.class.getDeclaredFields())
        .filteredOn(
            field ->
                !Modifier.isStatic(field.getModifiers()) && !field.isAnnotationPresent(Id.class))
        .hasSize(6)
        .allSatisfy(
            field -> {
              Column column = field.getAnnotation(Column.class);
              assertThat(column.insertable() || column.updatable()).as(field.getName()).isFalse();
            });
  }

  @Test
  void everyWriteIsRefused() {
    assertThat(AuditEvent.class.getDeclaredMethods())
        .filteredOn(method -> method.isAnnotationPresent(PrePersist.class))
        .singleElement()
        .satisfies(
            method ->
                assertThat(Arrays.asList(method.getAnnotations()))
                    .extracting(annotation -> (Object) annotation.annotationType())
                    .contains(PreUpdate.class, PreRemove.class));
    assertThatThrownBy(() -> new AuditEvent().refuse())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
