using Mono.Cecil;

namespace RepositoryRooms;

/// <summary>Every type that the compiled code of a type names.</summary>
internal static class UsedTypes
{
    public static IEnumerable<TypeReference> By(TypeDefinition type) =>
        Named(type).Where(named => named is not null).SelectMany(named => Parts(named!));

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. Attributes(type),
            .. Constraints(type),
            .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
            .. type.Properties.SelectMany(property => Attributes(property).Append(property.PropertyType)),
            .. type.Events.Select(raised => raised.EventType),
            .. type.Methods.SelectMany(Method),
        ];

    private static IEnumerable<TypeReference?> Method(MethodDefinition method) =>
        [
            method.ReturnType,
            .. Attributes(method),
            .. Constraints(method),
            .. method.Parameters.SelectMany(parameter => Attributes(parameter).Append(parameter.ParameterType)),
            .. method.HasBody ? Body(method) : [],
        ];

    private static IEnumerable<TypeReference?> Body(MethodDefinition method) =>
        [
            .. method.Body.Variables.Select(variable => variable.VariableType),
            .. method.Body.ExceptionHandlers.Select(handler => handler.CatchType),
            .. method.Body.Instructions.SelectMany(instruction => Operand(instruction.Operand)),
        ];

    private static IEnumerable<TypeReference?> Operand(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod generic => [.. Signature(generic), .. generic.GenericArguments],
            MethodReference method => Signature(method),
            _ => [],
        };

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
        [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider owner) =>
        owner.CustomAttributes.SelectMany(attribute =>
            attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Append(attribute.AttributeType)
        );

    private static IEnumerable<TypeReference?> Constraints(IGenericParameterProvider owner) =>
        owner.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    // List<Place>[] is List`1 and Place.
    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericParameter => [],
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
            TypeSpecification wrapped => Parts(wrapped.ElementType),
            _ => [type],
        };
}
